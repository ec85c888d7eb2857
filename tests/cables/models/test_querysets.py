"""Querysets of stored cables and people."""

from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from cables.models import Cable


def test_rows_are_fetched_in_the_order_of_their_keys(
    samples: list[LoadResult], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    keys = [*Cable.objects.order_by("reference_id").values_list("pk", flat=True)][::-2]
    with django_assert_num_queries(1):
        cables = Cable.objects.for_lists().in_key_order([keys[0], 0, *keys[1:]])
    assert [cable.pk for cable in cables] == keys
