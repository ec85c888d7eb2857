"""Feeds of recently added cables: all, from a post, with a tag.

Primary keys grow in the order of loading and are indexed. Sorting the 86,000 cables of a frequent
tag by their load times took half a second.
"""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cables.exports.atom import MAX_ENTRIES, as_atom
from cables.models import Cable, CableTag, Post, Tag
from cables.models.querysets import CableQuerySet
from cables.reading.public_tags import IS_PUBLIC


def site_feed(request: HttpRequest) -> HttpResponse:
    """Return a feed of recently added cables."""
    return as_atom(
        request,
        Cable.objects.newest_loaded_first(),
        heading="Recently added cables",
        page_url=f"{reverse('cables')}?sort=loaded",
    )


def origin_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a feed of a post's recently added cables."""
    post = get_object_or_404(Post, slug=slug)
    return as_atom(
        request,
        _cables_by_keys(
            Cable.objects.filter(origin=post).order_by("-pk").values_list("pk", flat=True)
        ),
        heading=f"Cables from {post.name}",
        page_url=reverse("origin", kwargs={"slug": slug}),
    )


def tag_feed(request: HttpRequest, code: str) -> HttpResponse:
    """Return a feed of a tag's recently added cables; tags that name a person have none."""
    tag = get_object_or_404(Tag.objects.filter(IS_PUBLIC), code=code)
    return as_atom(
        request,
        _cables_by_keys(
            CableTag.objects.filter(tag=tag).order_by("-pk").values_list("cable", flat=True)
        ),
        heading=f"Cables tagged {code}" + (f" ({tag.meaning})" if tag.meaning else ""),
        page_url=reverse("tag", kwargs={"code": code}),
    )


def _cables_by_keys(keys: "QuerySet[Any, int]") -> CableQuerySet:
    """Return the cables of the first keys, as many as a feed holds."""
    return Cable.objects.filter(pk__in=list(keys[:MAX_ENTRIES])).newest_loaded_first()
