"""The addresses that programs read: forms of a cable, feeds, sitemaps, and what tells of them."""

from django.urls import path, re_path

from cables.addresses.spellings import SPELLING
from cables.views.cable_forms import cable_json, cable_text, other_spelling
from cables.views.feeds import feed, origin_feed, tag_feed
from cables.views.programs import healthz, llms, opensearch, robots, security
from cables.views.schema import schema_file, schema_page
from cables.views.sitemaps import cables_sitemap, pages_sitemap, sitemap_index

urlpatterns = [
    path("cable/<reference_id:reference_id>.json", cable_json, name="cable-json"),
    path("cable/<reference_id:reference_id>.txt", cable_text, name="cable-text"),
    re_path(rf"^(?:cable/)?(?P<spelling>{SPELLING})\.(?P<form>json|txt)$", other_spelling),
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
]
