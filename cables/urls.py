"""Every public URL. Each is a promise; tests/test_urls.py lists what each answers."""

from django.urls import path, re_path, register_converter

from cables.links.converters import (
    PARAGRAPH_KEY,
    ParagraphConverter,
    PeriodConverter,
    ReferenceIDConverter,
    TagConverter,
)
from cables.links.legacy import LEGACY_PATTERNS
from cables.links.references import REFERENCE_ID_SPELLING
from cables.views.cable import cable_page, telegram_page
from cables.views.cable_formats import cable_json, cable_text, redirect_format_spelling
from cables.views.cables import cables_page
from cables.views.classifications import classification_page, classifications_page
from cables.views.dates import dates_page, period_page, undated_page
from cables.views.feeds import origin_feed, site_feed, tag_feed
from cables.views.find_by_id import find_by_id_page
from cables.views.glossary import glossary_page
from cables.views.help import help_page
from cables.views.home import home_page
from cables.views.origins import origin_page, origins_page
from cables.views.paragraph import paragraph_page
from cables.views.people import people_by_country, people_by_letters, people_by_role, people_page
from cables.views.person import person_feed, person_json, person_page
from cables.views.redirects import redirect_legacy_url, redirect_spelling
from cables.views.releases import release_page, releases_page
from cables.views.schema import schema_file, schema_page
from cables.views.site_files import healthz, llms_file, opensearch_file, robots_file, security_file
from cables.views.sitemaps import cables_sitemap, pages_sitemap, sitemap_index
from cables.views.tags import redirect_tag_case, tag_page, tags_page

register_converter(ReferenceIDConverter, "reference_id")
register_converter(ParagraphConverter, "paragraph")
register_converter(PeriodConverter, "period")
register_converter(TagConverter, "tag")

ANY_SPELLING = rf"(?P<spelling>{REFERENCE_ID_SPELLING})"
PARAGRAPHS = rf"(?P<paragraph>{PARAGRAPH_KEY}(?:-{PARAGRAPH_KEY})?)"
LETTERS = r"(?P<letters>[a-z]{1,3}|other)"
"""The first letters of a surname; `other` for those that do not begin with A to Z."""
PAGE = r"(?P<page>[1-9][0-9]{0,4})"

urlpatterns = [
    # URLs of earlier cable sites come first: their posts are numbers, which no slug of ours is.
    *(re_path(rf"^{form.path}\Z", redirect_legacy_url) for form in LEGACY_PATTERNS),
    # Home, help, and finding by ID
    path("", home_page, name="front"),
    path("help/", help_page, name="help"),
    path("open/", find_by_id_page, name="open"),
    # Cables
    path("cables/", cables_page, name="cables"),
    path("cable/<reference_id:reference_id>/", cable_page, name="cable"),
    path("cable/<reference_id:reference_id>/telegram/", telegram_page, name="telegram"),
    path(
        "cable/<reference_id:reference_id>/<paragraph:paragraph>/", paragraph_page, name="paragraph"
    ),
    path("cable/<reference_id:reference_id>.json", cable_json, name="cable-json"),
    path("cable/<reference_id:reference_id>.txt", cable_text, name="cable-text"),
    # Overviews
    path("origins/", origins_page, name="origins"),
    path("origin/<slug:slug>/", origin_page, name="origin"),
    path("tags/", tags_page, name="tags"),
    path("tag/<tag:code>/", tag_page, name="tag"),
    re_path(r"^tag/(?P<code>[^/]{1,80})/\Z", redirect_tag_case),
    path("dates/", dates_page, name="dates"),
    path("date/undated/", undated_page, name="undated"),
    path("date/undated/<int:page>/", undated_page),
    path("date/<period:period>/", period_page, name="date"),
    path("date/<period:period>/<int:page>/", period_page),
    path("releases/", releases_page, name="releases"),
    path("release/<period:period>/", release_page, name="release"),
    path("release/<period:period>/<int:page>/", release_page),
    path("classifications/", classifications_page, name="classifications"),
    path("classification/<slug:slug>/", classification_page, name="classification"),
    path("glossary/", glossary_page, name="glossary"),
    # People: every list is a path, which a crawler may follow.
    path("people/", people_page, name="people"),
    re_path(rf"^people/{LETTERS}/$", people_by_letters, name="people-letters"),
    re_path(rf"^people/{LETTERS}/{PAGE}/$", people_by_letters, name="people-letters"),
    path("people/country/<slug:country>/", people_by_country, name="people-country"),
    re_path(
        rf"^people/country/(?P<country>[-\w]+)/{PAGE}/$", people_by_country, name="people-country"
    ),
    path("people/role/<slug:role>/", people_by_role, name="people-role"),
    re_path(rf"^people/role/(?P<role>[-\w]+)/{PAGE}/$", people_by_role, name="people-role"),
    path("person/<slug:slug>/", person_page, name="person"),
    path("person/<slug:slug>/feed/", person_feed, name="person-feed"),
    path("person/<slug:slug>.json", person_json, name="person-json"),
    # Feeds and files for other programs
    path("schema/", schema_page, name="schema"),
    path("schema/<slug:name>.json", schema_file, name="schema-file"),
    path("feed/", site_feed, name="feed"),
    path("origin/<slug:slug>/feed/", origin_feed, name="origin-feed"),
    path("tag/<tag:code>/feed/", tag_feed, name="tag-feed"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-pages.xml", pages_sitemap, name="sitemap-pages"),
    re_path(r"^sitemap-(?P<number>[1-9][0-9]{0,6})\.xml$", cables_sitemap, name="sitemap-cables"),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots_file, name="robots"),
    path("llms.txt", llms_file, name="llms"),
    path("opensearch.xml", opensearch_file, name="opensearch"),
    path(".well-known/security.txt", security_file, name="security"),
    # Other spellings of a reference ID redirect to its one page.
    re_path(rf"^(?:cable/)?{ANY_SPELLING}\.(?P<form>json|txt)$", redirect_format_spelling),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}(?:\.html)?/?$", redirect_spelling),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}/(?P<telegram>telegram)/?$", redirect_spelling),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}/{PARAGRAPHS}/?$", redirect_spelling),
]
