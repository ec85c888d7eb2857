"""Statistics of the whole collection."""

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


def test_statistics_equal_counts_of_all_cables(samples: list[LoadResult]) -> None:
    statistics = current_statistics()
    cables = list(Cable.objects.all())
    days = Counter(cable.created.date() for cable in cables if cable.created)
    assert statistics.days == days
    assert list(statistics.days) == sorted(days)
    assert statistics.months[Period(2007, 2)] == 1
    assert statistics.years == Counter(day.year for day in days.elements())
    assert statistics.releases == Counter(
        cable.released.date() for cable in cables if cable.released
    )
    assert statistics.classifications == Counter(cable.classification for cable in cables)
    assert statistics.posts == Counter(cable.origin_id for cable in cables if cable.origin_id)
    assert statistics.tags == Counter(cable_tag.tag_id for cable_tag in CableTag.objects.all())
    assert statistics.total == len(cables)


def test_a_cable_without_a_date_counts_as_undated(load_text: LoadText) -> None:
    load_text()
    load_text(UNDATED, name="09SPECIMEN950.txt")
    assert current_statistics().undated == 1
    assert current_statistics().total == 2


def test_the_profile_of_a_post_counts_its_cables(samples: list[LoadResult]) -> None:
    post = Post.objects.get(slug="embassy-specimen")
    cables = Cable.objects.filter(origin=post)
    profile = current_statistics().post_profile(post.pk)
    assert profile.years == {2009: cables.count()}
    assert profile.classifications == Counter(cable.classification for cable in cables)
    assert dict(profile.tags) == Counter(
        cable_tag.tag_id for cable_tag in CableTag.objects.filter(cable__origin=post)
    )
    assert [Cable.objects.get(pk=pk) for pk in profile.newest] == list(cables.newest_first()[:10])
    assert profile.oldest == cables.oldest_first()[0].pk


@pytest.mark.parametrize("many_cables", [0, 1000])
def test_the_profile_of_a_tag_counts_its_posts_and_other_tags(
    samples: list[LoadResult], many_cables: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.browse.profiles.MANY_CABLES", many_cables)
    tag = Tag.objects.get(code="PREL")
    cables = Cable.objects.filter(cable_tags__tag=tag)
    profile = current_statistics().tag_profile(tag.pk)
    assert profile.years == Counter(cable.created.year for cable in cables if cable.created)
    assert dict(profile.posts) == Counter(cable.origin_id for cable in cables)
    other_tags = CableTag.objects.filter(cable__in=cables).exclude(tag=tag)
    assert dict(profile.tags) == Counter(cable_tag.tag_id for cable_tag in other_tags)
    assert list(profile.newest) == [cable.pk for cable in cables.newest_first()[:10]]


def test_statistics_are_cached_until_a_cable_is_loaded(
    load_text: LoadText, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    load_text()
    assert current_statistics().days == {date(2009, 3, 3): 1}
    with django_assert_num_queries(1):
        assert current_statistics().days == {date(2009, 3, 3): 1}
    load_text(SHORT_CABLE.replace("000901", "000902"), name="09SPECIMEN902.txt")
    assert current_statistics().days == {date(2009, 3, 3): 2}


@pytest.mark.django_db
def test_statistics_of_an_empty_collection_are_empty() -> None:
    statistics = current_statistics()
    assert (statistics.total, statistics.days, statistics.years, statistics.posts) == (
        0,
        {},
        {},
        {},
    )


def test_a_tag_that_is_a_withheld_name_is_in_no_list(load_text: LoadText) -> None:
    cable = load_text(SHORT_CABLE.replace("AINF", "AINF, SMITHSON"))
    tag = Tag.objects.get(code="SMITHSON")
    assert tag.pk in current_statistics().tags
    Cable.objects.filter(pk=cable.pk).update(withheld=["Ann Smithson", "Smithson"])
    clear_statistics()
    statistics = current_statistics()
    assert tag.pk not in statistics.tags
    assert tag.pk not in dict(
        statistics.without_withheld_tags(statistics.post_profile(cable.origin_id or 0).tags)
    )


def test_the_profile_of_a_post_counts_its_signers(load_text: LoadText) -> None:
    cable = load_text()
    signatures = Mention.objects.filter(cable=cable, role=Mention.Role.SIGNER)
    signers = {mention.person_id for mention in signatures}
    assert signers
    assert current_statistics().post_profile(cable.origin_id or 0).signers == tuple(
        (pk, 1) for pk in signers
    )
