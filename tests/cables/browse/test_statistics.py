"""Counts over the whole room."""

from collections import Counter
from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.browse.statistics import clear_statistics, current_statistics
from cables.loading.load import LoadResult
from cables.models import Cable, CableTag, Mention, Post, Tag
from cables.periods import Period
from tests.conftest import SHORT_CABLE, LoadText

UNDATED = SHORT_CABLE.partition("\n")[2].replace("000901", "000950")


def test_counts_equal_a_count_by_hand(samples: list[LoadResult]) -> None:
    counted = current_statistics()
    cables = list(Cable.objects.all())
    days = Counter(one.created.date() for one in cables if one.created)
    assert counted.days == days
    assert list(counted.days) == sorted(days)
    assert counted.months[Period(2007, 2)] == 1
    assert counted.years == Counter(day.year for day in days.elements())
    assert counted.releases == Counter(one.released.date() for one in cables if one.released)
    assert counted.classifications == Counter(one.classification for one in cables)
    assert counted.posts == Counter(one.origin_id for one in cables if one.origin_id)
    assert counted.tags == Counter(one.tag_id for one in CableTag.objects.all())
    assert counted.total == len(cables)


def test_a_cable_without_a_date_counts_as_undated(load_text: LoadText) -> None:
    load_text()
    load_text(UNDATED, name="09SPECIMEN950.txt")
    assert current_statistics().undated == 1
    assert current_statistics().total == 2


def test_the_profile_of_a_post_tells_what_its_cables_share(samples: list[LoadResult]) -> None:
    post = Post.objects.get(slug="embassy-specimen")
    cables = Cable.objects.filter(origin=post)
    profile = current_statistics().post_profile(post.pk)
    assert profile.years == {2009: cables.count()}
    assert profile.classifications == Counter(one.classification for one in cables)
    assert dict(profile.tags) == Counter(
        one.tag_id for one in CableTag.objects.filter(cable__origin=post)
    )
    assert [Cable.objects.get(pk=pk) for pk in profile.newest] == list(cables.newest_first()[:10])
    assert profile.oldest == cables.oldest_first()[0].pk


@pytest.mark.parametrize("frequent", [0, 1000])
def test_the_profile_of_a_tag_tells_who_uses_it_and_what_stands_beside_it(
    samples: list[LoadResult], frequent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.browse.profiles.MANY_CABLES", frequent)
    tag = Tag.objects.get(code="PREL")
    cables = Cable.objects.filter(cable_tags__tag=tag)
    profile = current_statistics().tag_profile(tag.pk)
    assert profile.years == Counter(one.created.year for one in cables if one.created)
    assert dict(profile.posts) == Counter(one.origin_id for one in cables)
    beside = CableTag.objects.filter(cable__in=cables).exclude(tag=tag)
    assert dict(profile.tags) == Counter(one.tag_id for one in beside)
    assert list(profile.newest) == [one.pk for one in cables.newest_first()[:10]]


def test_what_was_counted_is_kept_until_a_cable_is_loaded(
    load_text: LoadText, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    load_text()
    assert current_statistics().days == {date(2009, 3, 3): 1}
    with django_assert_num_queries(1):
        assert current_statistics().days == {date(2009, 3, 3): 1}
    load_text(SHORT_CABLE.replace("000901", "000902"), name="09SPECIMEN902.txt")
    assert current_statistics().days == {date(2009, 3, 3): 2}


@pytest.mark.django_db
def test_an_empty_room_has_counts_of_nothing() -> None:
    counted = current_statistics()
    assert (counted.total, counted.days, counted.years, counted.posts) == (0, {}, {}, {})


def test_a_tag_that_is_a_withheld_name_stands_in_no_list(load_text: LoadText) -> None:
    cable = load_text(SHORT_CABLE.replace("AINF", "AINF, SMITHSON"))
    tag = Tag.objects.get(code="SMITHSON")
    assert tag.pk in current_statistics().tags
    Cable.objects.filter(pk=cable.pk).update(withheld=["Ann Smithson", "Smithson"])
    clear_statistics()
    counted = current_statistics()
    assert tag.pk not in counted.tags
    assert tag.pk not in dict(
        counted.without_withheld_tags(counted.post_profile(cable.origin_id or 0).tags)
    )


def test_the_profile_of_a_post_tells_who_signed(load_text: LoadText) -> None:
    cable = load_text()
    signed = Mention.objects.filter(cable=cable, role=Mention.Role.SIGNER)
    signers = {one.person_id for one in signed}
    assert signers
    assert current_statistics().post_profile(cable.origin_id or 0).signers == tuple(
        (pk, 1) for pk in signers
    )
