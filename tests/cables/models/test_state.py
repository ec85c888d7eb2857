"""Identifying the state of the collection."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cables.models import Cable, ResolutionRun
from cables.models.state import collection_state, revision
from tests.conftest import SHORT_CABLE, LoadText


@pytest.mark.django_db
def test_an_empty_collection_has_a_revision_too() -> None:
    assert revision() == (0, 0)


def test_every_load_that_stores_a_cable_changes_the_revision(load_text: LoadText) -> None:
    load_text()
    first = revision()
    load_text()
    assert revision() == first
    load_text(SHORT_CABLE.replace("000901", "000902"), name="09SPECIMEN902.txt")
    assert revision() > first
    assert revision()[0] == max(Cable.objects.values_list("pk", flat=True))


def test_a_revision_takes_one_query(
    load_text: LoadText, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    load_text()
    with django_assert_num_queries(1):
        revision()


def test_a_resolution_run_changes_the_state_but_not_the_revision(load_text: LoadText) -> None:
    load_text()
    before = collection_state()
    ResolutionRun.objects.create(finished=timezone.now(), last_mention=0, last_protected=0)
    assert collection_state() > before
    assert collection_state()[:2] == before[:2] == revision()
