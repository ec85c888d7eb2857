"""Clustering the uses of one surname by person."""

from collections.abc import Iterable
from random import Random

import pytest

from cables.people.resolution.clusters import NameUse
from cables.people.resolution.matching import SurnameClusters, cluster_uses


def use(
    given: str = "",
    country: str = "RS",
    year: int = 2007,
    *,
    offices: Iterable[str] = (),
    american: bool = False,
) -> NameUse:
    return NameUse(
        surname="roe",
        given=given,
        country=country,
        year=year,
        offices=tuple(sorted(offices)),
        american=american,
    )


def groups(decision: SurnameClusters) -> list[list[str]]:
    """Return the given names, countries and years of each cluster."""
    return sorted(
        sorted(f"{use.given or '-'} {use.country} {use.year}" for use in cluster.uses)
        for cluster in decision.clusters
    )


def pairs(decision: SurnameClusters) -> list[tuple[str, str]]:
    return sorted(
        (min(match.first.given, match.second.given), max(match.first.given, match.second.given))
        for match in decision.possible_matches
    )


def test_the_same_full_name_is_one_person_in_any_country() -> None:
    assert (
        len(cluster_uses([use("jane"), use("jane", "GM"), use("jane", "BR", 2009)]).clusters) == 1
    )


def test_decades_apart_in_other_countries_it_is_two_possible_matches() -> None:
    decision = cluster_uses([use("jane", "AS", 1974), use("jane", "KE", 2008)])
    assert groups(decision) == [["jane AS 1974"], ["jane KE 2008"]]
    assert pairs(decision) == [("jane", "jane")]


def test_decades_apart_in_the_same_country_it_is_one() -> None:
    assert len(cluster_uses([use("jane", "AS", 1974), use("jane", "AS", 2008)]).clusters) == 1


COMMON = [use(given) for given in ("adam", "boris", "carl", "doris", "edgar", "fred")]


def test_a_full_name_with_a_common_surname_is_no_proof_on_another_continent() -> None:
    decision = cluster_uses([*COMMON, use("jane", "BR"), use("jane", "KE")])
    assert ["jane BR 2007"] in groups(decision)
    assert ("jane", "jane") in pairs(decision)


def test_the_same_office_joins_a_common_name_in_two_countries() -> None:
    offices = ["foreign minister"]
    uses = (use("jane", country, offices=offices) for country in ("BR", "KE"))
    decision = cluster_uses([*COMMON, *uses])
    assert ["jane BR 2007", "jane KE 2007"] in groups(decision)


def test_forms_with_and_without_a_middle_initial_are_one_person() -> None:
    decision = cluster_uses([use("alice"), use("alice g"), use("alice grace")])
    assert len(decision.clusters) == 1
    assert decision.clusters[0].given == "alice grace"


def test_a_form_shared_by_two_fuller_ones_stays_separate() -> None:
    decision = cluster_uses([use("george"), use("george w"), use("george h w")])
    assert len(decision.clusters) == 3
    assert pairs(decision) == [("george", "george h w"), ("george", "george w")]


def test_a_bare_surname_joins_the_only_one_of_that_country_and_time() -> None:
    decision = cluster_uses([use("jane"), use("", year=2008)])
    assert groups(decision) == [["- RS 2008", "jane RS 2007"]]


@pytest.mark.parametrize(
    "bare", [use("", "GM"), use("", year=1999), use("", "")], ids=["country", "time", "unknown"]
)
def test_a_bare_surname_stays_separate_elsewhere_and_at_another_time(bare: NameUse) -> None:
    assert len(cluster_uses([use("jane"), bare]).clusters) == 2


def test_a_bare_surname_stays_separate_if_two_are_possible() -> None:
    decision = cluster_uses([use("jane"), use("john"), use("")])
    assert len(decision.clusters) == 3
    assert pairs(decision) == [("", "jane"), ("", "john")]


def test_an_office_decides_between_two_people() -> None:
    decision = cluster_uses(
        [
            use("jane", offices=["foreign minister", "minister"]),
            use("john", offices=["governor"]),
            use("", offices=["minister"]),
        ]
    )
    assert ["- RS 2007", "jane RS 2007"] in groups(decision)


def test_a_person_with_another_office_is_not_meant() -> None:
    decision = cluster_uses([use("jane", offices=["governor"]), use("", offices=["minister"])])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("", "jane")]


def test_a_person_without_an_office_is_meant_only_if_the_surname_is_unique() -> None:
    uses = [use("jane"), use("", offices=["minister"])]
    assert len(cluster_uses(uses).clusters) == 1
    assert len(cluster_uses([*uses, use("xaver", "BR", 1999)]).clusters) == 3


def test_a_bare_surname_with_an_office_there_takes_precedence() -> None:
    uses = [use("fernando"), use(offices=["president"]), use()]
    uses += [use("hugo", "BR", 1999, offices=["president"])]
    assert ["- RS 2007", "- RS 2007"] in groups(cluster_uses(uses))
    assert ["fernando RS 2007"] in groups(cluster_uses(uses))


def test_a_bare_surname_unique_in_its_country_may_match_a_person_elsewhere() -> None:
    decision = cluster_uses([use("jane", year=2004), use(country="GM")])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("", "jane")]


def test_a_bare_surname_may_match_the_same_one_in_another_country() -> None:
    assert pairs(cluster_uses([use(), use(country="GM")])) == [("", "")]
    assert pairs(cluster_uses([use(), use(country="GM", year=1974)])) == []
    secretaries = [use(country=code, offices=["secretary"]) for code in ("GM", "FR", "SP", "IT")]
    assert len(pairs(cluster_uses([*secretaries, use("susan", offices=["envoy"])]))) == 6
    ministers = [use(offices=["minister"]), use(country="GM", offices=["senator"])]
    assert pairs(cluster_uses(ministers)) == []


def test_an_office_identifies_a_person_in_another_country() -> None:
    decision = cluster_uses(
        [use("jane", offices=["foreign minister"]), use("", "GM", offices=["foreign minister"])]
    )
    assert len(decision.clusters) == 1


def test_a_signer_is_not_a_foreign_official() -> None:
    decision = cluster_uses([use("jane", offices=["governor"]), use("", american=True)])
    assert len(decision.clusters) == 2
    decision = cluster_uses([use("jane", offices=["ambassador"]), use("", american=True)])
    assert len(decision.clusters) == 1


def test_an_ambassador_without_a_first_name_is_the_signer_there() -> None:
    uses = [use(american=True), use(offices=["ambassador"]), use(year=2008)]
    assert len(cluster_uses(uses).clusters) == 1
    assert len(cluster_uses([*uses, use(offices=["minister"])]).clusters) == 2


def test_an_initial_before_a_first_name_counts_as_a_full_name() -> None:
    assert cluster_uses([use("p robert"), use()]).clusters[0].given == "p robert"


def test_an_initial_is_treated_like_no_first_name() -> None:
    assert len(cluster_uses([use("jane"), use("j")]).clusters) == 1
    assert len(cluster_uses([use("jane"), use("john"), use("j")]).clusters) == 3
    assert len(cluster_uses([use("jane"), use("k")]).clusters) == 2


def test_similar_spellings_stay_separate_as_possible_matches() -> None:
    decision = cluster_uses([use("sergei"), use("sergey")])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("sergei", "sergey")]


def test_a_name_without_its_first_given_name_is_a_possible_match() -> None:
    decision = cluster_uses([use("luiz inacio lula"), use("lula")])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("luiz inacio lula", "lula")]


def test_a_secretary_signs_the_departments_cables() -> None:
    decision = cluster_uses(
        [use("hillary", "US", offices=["secretary"]), use("", "US", american=True)]
    )
    assert len(decision.clusters) == 1


def test_the_order_does_not_matter() -> None:
    uses = [
        *COMMON,
        *(use(given, country) for given in ("jane", "jane q", "j", "") for country in ("RS", "BR")),
        use("jane quincy", "KE", 1970),
        use("", "RS", 2008, offices=["minister"]),
        use("jean", "RS", offices=["minister"]),
    ]
    expected = cluster_uses(uses)
    random = Random(849)  # noqa: S311 - an order, not a secret
    for _ in range(50):
        random.shuffle(uses)
        shuffled = cluster_uses(uses)
        assert (groups(shuffled), pairs(shuffled)) == (groups(expected), pairs(expected))
