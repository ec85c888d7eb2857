"""The sitemaps: an index, a file for each range of cables, and one of the main pages."""

from django.contrib.sitemaps.views import sitemap
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cables.exports.sitemaps import CableSitemap, PagesSitemap, sitemap_files


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the files."""
    return render(request, "sitemap_index.xml", {"files": sitemap_files()}, "application/xml")


def cables_sitemap(request: HttpRequest, number: str) -> HttpResponse:
    """List the cables of a file."""
    cables = CableSitemap(int(number))
    if not cables.cables:
        raise Http404
    return sitemap(request, {"cables": cables}, template_name="sitemap.xml")


def pages_sitemap(request: HttpRequest) -> HttpResponse:
    """List the main pages."""
    return sitemap(request, {"pages": PagesSitemap()}, template_name="sitemap.xml")
