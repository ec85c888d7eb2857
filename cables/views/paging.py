"""Long lists in pages whose number stands in the path, so that a crawler reaches every one."""

from typing import Final

from django.core.paginator import EmptyPage, Page, Paginator
from django.http import Http404

from cables.models import Cable
from cables.models.querysets import CableQuerySet

PAGE_SIZE: Final = 100


def get_page_or_404(cables: CableQuerySet, number: int, *, total: int) -> Page[Cable]:
    """Return a page of a list.

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
