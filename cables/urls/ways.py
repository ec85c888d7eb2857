"""Addresses of the ways in: by post, tag, date, release and classification, and the glossary."""

from django.urls import path, re_path, register_converter

from cables.converters import PeriodConverter, TagConverter
from cables.views.classifications import classification, classifications
from cables.views.dates import dates, period, undated
from cables.views.glossary import glossary
from cables.views.origins import origin, origins
from cables.views.releases import release, releases
from cables.views.tags import any_case, tag, tags

register_converter(PeriodConverter, "period")
register_converter(TagConverter, "tag")

urlpatterns = [
    path("origins/", origins, name="origins"),
    path("origin/<slug:slug>/", origin, name="origin"),
    path("tags/", tags, name="tags"),
    path("tag/<tag:code>/", tag, name="tag"),
    re_path(r"^tag/(?P<code>[^/]{1,80})/\Z", any_case),
    path("dates/", dates, name="dates"),
    path("date/undated/", undated, name="undated"),
    path("date/undated/<int:page>/", undated),
    path("date/<period:period>/", period, name="date"),
    path("date/<period:period>/<int:page>/", period),
    path("releases/", releases, name="releases"),
    path("release/<period:period>/", release, name="release"),
    path("release/<period:period>/<int:page>/", release),
    path("classifications/", classifications, name="classifications"),
    path("classification/<slug:slug>/", classification, name="classification"),
    path("glossary/", glossary, name="glossary"),
]
