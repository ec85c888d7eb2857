"""Pages of long lists: which one is shown, and the links to those beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404, HttpRequest

from cables.models import Cable
from cables.models.querysets import CableQuerySet

PAGE_SIZE: Final = 100


def get_page_or_404(cables: CableQuerySet, number: int, *, total: int) -> Page[Cable]:
    """Return a page of a list whose page number is part of the path.

    Args:
        cables: In the order in which they are listed.
        number: From 1, as in the path.
        total: How many there are; counted before, so that no page counts them again.

    Raises:
        Http404: There is no such page.
    """
    paginator = Paginator(cables, PAGE_SIZE)
    paginator.count = total  # a cached property: what is set is what is asked
    try:
        return paginator.page(number)
    except EmptyPage as error:
        raise Http404 from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """The links to the pages before and after."""

    previous_url: str
    """Empty on the first page."""
    next_url: str
    """Empty on the last page."""
    label: str
    """Page 2 of 7."""
    nofollow: bool
    """Whether crawlers should stay away, as they should from query strings."""


def path_pager(page: Page[Any], address: str, *, is_last: bool = False) -> Pager | None:
    """Return the pager of a list whose page number is part of the path; None for a single page.

    Args:
        page: The page shown.
        address: Path of the first page, with a slash at the end.
        is_last: Whether no page follows, although there are more items.
    """
    return _build_pager(
        page,
        lambda number: f"{address}{number}/" if number > 1 else address,
        is_last=is_last,
        nofollow=False,
    )


def query_pager(request: HttpRequest, page: Page[Any], *, is_last: bool = False) -> Pager | None:
    """Return the pager of a list whose page number is a parameter; None for a single page."""

    def page_url(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return _build_pager(page, page_url, is_last=is_last, nofollow=True)


def _build_pager(
    page: Page[Any], page_url: Callable[[int], str], *, is_last: bool, nofollow: bool
) -> Pager | None:
    if not page.has_other_pages():
        return None
    return Pager(
        previous_url=page_url(page.previous_page_number()) if page.has_previous() else "",
        next_url=page_url(page.next_page_number()) if page.has_next() and not is_last else "",
        label=f"Page {page.number:,} of {page.paginator.num_pages:,}",
        nofollow=nofollow,
    )
