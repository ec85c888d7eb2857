"""Sitemaps: an index, a file for each range of cables, and one for the main pages."""

from django.contrib.sitemaps.views import sitemap
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from cables.exports.sitemaps import CableSitemap, PagesSitemap, sitemap_files


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the sitemap files."""
    return render(request, "site/sitemap_index.xml", {"files": sitemap_files()}, "application/xml")


def cables_sitemap(request: HttpRequest, number: str) -> HttpResponse:
    """List the cables of one file."""
    cable_sitemap = CableSitemap(int(number))
    if not cable_sitemap.cables:
        raise Http404
    return sitemap(request, {"cables": cable_sitemap}, template_name="site/sitemap.xml")


def pages_sitemap(request: HttpRequest) -> HttpResponse:
    """List the main pages."""
    return sitemap(request, {"pages": PagesSitemap()}, template_name="site/sitemap.xml")
