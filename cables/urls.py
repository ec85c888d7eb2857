"""Every public URL. Each is a promise; tests/test_urls.py lists what each answers."""

from django.urls import path, re_path, register_converter

from cables.links.converters import (
    KEY,
    ParagraphConverter,
    PeriodConverter,
    ReferenceIDConverter,
    TagConverter,
)
from cables.links.legacy import FORMS
from cables.links.references import SPELLING
from cables.views.cable import cable, telegram
from cables.views.cable_formats import cable_json, cable_text, other_spelling
from cables.views.cables import cables
from cables.views.classifications import classification, classifications
from cables.views.dates import dates, period, undated
from cables.views.feeds import feed, origin_feed, tag_feed
from cables.views.find_by_id import open_page
from cables.views.glossary import glossary
from cables.views.help import help_page
from cables.views.home import front
from cables.views.origins import origin, origins
from cables.views.paragraph import paragraph
from cables.views.people import by_country, by_letters, by_role, people
from cables.views.person import person, person_feed, person_json
from cables.views.redirects import moved, old_address
from cables.views.releases import release, releases
from cables.views.schema import schema_file, schema_page
from cables.views.site_files import healthz, llms, opensearch, robots, security
from cables.views.sitemaps import cables_sitemap, pages_sitemap, sitemap_index
from cables.views.tags import any_case, tag, tags

register_converter(ReferenceIDConverter, "reference_id")
register_converter(ParagraphConverter, "paragraph")
register_converter(PeriodConverter, "period")
register_converter(TagConverter, "tag")

ANY_SPELLING = rf"(?P<spelling>{SPELLING})"
PARAGRAPHS = rf"(?P<paragraph>{KEY}(?:-{KEY})?)"
LETTERS = r"(?P<letters>[a-z]{1,3}|other)"
"""The first letters of a surname; `other` for those that do not begin with A to Z."""
PAGE = r"(?P<page>[1-9][0-9]{0,4})"

urlpatterns = [
    # URLs of earlier cable sites come first: their posts are numbers, which no slug of ours is.
    *(re_path(rf"^{form.path}\Z", old_address) for form in FORMS),
    # Home, help, and finding by ID
    path("", front, name="front"),
    path("help/", help_page, name="help"),
    path("open/", open_page, name="open"),
    # Cables
    path("cables/", cables, name="cables"),
    path("cable/<reference_id:reference_id>/", cable, name="cable"),
    path("cable/<reference_id:reference_id>/telegram/", telegram, name="telegram"),
    path("cable/<reference_id:reference_id>/<paragraph:paragraph>/", paragraph, name="paragraph"),
    path("cable/<reference_id:reference_id>.json", cable_json, name="cable-json"),
    path("cable/<reference_id:reference_id>.txt", cable_text, name="cable-text"),
    # Overviews
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
    # People: every list is a path, which a crawler may follow.
    path("people/", people, name="people"),
    re_path(rf"^people/{LETTERS}/$", by_letters, name="people-letters"),
    re_path(rf"^people/{LETTERS}/{PAGE}/$", by_letters, name="people-letters"),
    path("people/country/<slug:country>/", by_country, name="people-country"),
    re_path(rf"^people/country/(?P<country>[-\w]+)/{PAGE}/$", by_country, name="people-country"),
    path("people/role/<slug:role>/", by_role, name="people-role"),
    re_path(rf"^people/role/(?P<role>[-\w]+)/{PAGE}/$", by_role, name="people-role"),
    path("person/<slug:slug>/", person, name="person"),
    path("person/<slug:slug>/feed/", person_feed, name="person-feed"),
    path("person/<slug:slug>.json", person_json, name="person-json"),
    # Feeds and files for other programs
    path("schema/", schema_page, name="schema"),
    path("schema/<slug:name>.json", schema_file, name="schema-file"),
    path("feed/", feed, name="feed"),
    path("origin/<slug:slug>/feed/", origin_feed, name="origin-feed"),
    path("tag/<tag:code>/feed/", tag_feed, name="tag-feed"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-pages.xml", pages_sitemap, name="sitemap-pages"),
    re_path(r"^sitemap-(?P<number>[1-9][0-9]{0,6})\.xml$", cables_sitemap, name="sitemap-cables"),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path("llms.txt", llms, name="llms"),
    path("opensearch.xml", opensearch, name="opensearch"),
    path(".well-known/security.txt", security, name="security"),
    # Other spellings of a reference ID redirect to its one page.
    re_path(rf"^(?:cable/)?{ANY_SPELLING}\.(?P<form>json|txt)$", other_spelling),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}(?:\.html)?/?$", moved),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}/(?P<telegram>telegram)/?$", moved),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}/{PARAGRAPHS}/?$", moved),
]
