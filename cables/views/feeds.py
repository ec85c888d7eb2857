"""The feeds of what is newly loaded: in the room, from a post, with a tag.

Keys are given out in the order of loading, and an index has them in that order; to sort a frequent
tag's 86,000 cables by their times of loading took half a second.
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
    """Feed the newest loaded cables of the room."""
    return as_atom(
        request,
        Cable.objects.newest_loaded_first(),
        heading="Newest loaded cables",
        page_url=f"{reverse('cables')}?sort=loaded",
    )


def origin_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed the newest loaded cables of a post."""
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
    """Feed the newest loaded cables with a tag; persons’ names have none."""
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
    """Return the cables of the first keys, as many as a feed takes."""
    return Cable.objects.filter(pk__in=list(keys[:MAX_ENTRIES])).newest_loaded_first()
