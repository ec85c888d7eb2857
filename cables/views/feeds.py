"""The feeds of what is newly loaded: in the room, from a post, with a tag."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from cables.feeds import as_atom
from cables.models import Cable, Post, Tag
from cables.public_tags import KNOWN


def feed(request: HttpRequest) -> HttpResponse:
    """Feed the newest loaded cables of the room."""
    return as_atom(
        request,
        Cable.objects.newest_loaded_first(),
        heading="Newest loaded cables",
        address=f"{reverse('cables')}?sort=loaded",
    )


def origin_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Feed the newest loaded cables of a post."""
    post = get_object_or_404(Post, slug=slug)
    return as_atom(
        request,
        Cable.objects.filter(origin=post).newest_loaded_first(),
        heading=f"Cables from {post.name}",
        address=reverse("origin", kwargs={"slug": slug}),
    )


def tag_feed(request: HttpRequest, code: str) -> HttpResponse:
    """Feed the newest loaded cables with a tag; persons’ names have none."""
    tag = get_object_or_404(Tag.objects.filter(KNOWN), code=code)
    return as_atom(
        request,
        Cable.objects.filter(tags=tag).newest_loaded_first(),
        heading=f"Cables tagged {code}" + (f" ({tag.meaning})" if tag.meaning else ""),
        address=reverse("tag", kwargs={"code": code}),
    )
