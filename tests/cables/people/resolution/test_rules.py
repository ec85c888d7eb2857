"""Who is the same, among all who bear one surname."""

from collections.abc import Iterable
from random import Random

import pytest

from cables.people.resolution.clusters import NameUse
from cables.people.resolution.rules import SurnameClusters, cluster_uses


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
    """Return the given names and countries of each bearer."""
    return sorted(
        sorted(f"{one.given or '-'} {one.country} {one.year}" for one in bearer.uses)
        for bearer in decision.clusters
    )


def pairs(decision: SurnameClusters) -> list[tuple[str, str]]:
    return sorted(
        (min(pair.first.given, pair.second.given), max(pair.first.given, pair.second.given))
        for pair in decision.possible_matches
    )


def test_the_same_full_name_is_one_person_in_any_country() -> None:
    assert (
        len(cluster_uses([use("jane"), use("jane", "GM"), use("jane", "BR", 2009)]).clusters) == 1
    )


def test_decades_apart_in_other_countries_it_is_two_who_may_be_the_same() -> None:
    decision = cluster_uses([use("jane", "AS", 1974), use("jane", "KE", 2008)])
    assert groups(decision) == [["jane AS 1974"], ["jane KE 2008"]]
    assert pairs(decision) == [("jane", "jane")]


def test_decades_apart_in_the_same_country_it_is_one() -> None:
    assert len(cluster_uses([use("jane", "AS", 1974), use("jane", "AS", 2008)]).clusters) == 1


COMMON = [use(given) for given in ("adam", "boris", "carl", "doris", "edgar", "fred")]


def test_a_frequent_surname_is_no_proof_on_another_continent() -> None:
    decision = cluster_uses([*COMMON, use("jane", "BR"), use("jane", "KE")])
    assert ["jane BR 2007"] in groups(decision)
    assert ("jane", "jane") in pairs(decision)


def test_but_an_office_is() -> None:
    offices = ["foreign minister"]
    uses = (use("jane", country, offices=offices) for country in ("BR", "KE"))
    decision = cluster_uses([*COMMON, *uses])
    assert ["jane BR 2007", "jane KE 2007"] in groups(decision)


def test_a_middle_initial_more_or_less_is_the_same_person() -> None:
    decision = cluster_uses([use("alice"), use("alice g"), use("alice grace")])
    assert len(decision.clusters) == 1
    assert decision.clusters[0].given == "alice grace"


def test_a_form_that_two_fuller_ones_have_in_common_stays_apart() -> None:
    decision = cluster_uses([use("george"), use("george w"), use("george h w")])
    assert len(decision.clusters) == 3
    assert pairs(decision) == [("george", "george h w"), ("george", "george w")]


def test_a_bare_surname_joins_the_only_one_of_that_country_and_time() -> None:
    decision = cluster_uses([use("jane"), use("", year=2008)])
    assert groups(decision) == [["- RS 2008", "jane RS 2007"]]


@pytest.mark.parametrize(
    "bare", [use("", "GM"), use("", year=1999), use("", "")], ids=["country", "time", "unknown"]
)
def test_it_stays_apart_elsewhere_and_at_another_time(bare: NameUse) -> None:
    assert len(cluster_uses([use("jane"), bare]).clusters) == 2


def test_it_stays_apart_where_two_are_possible() -> None:
    decision = cluster_uses([use("jane"), use("john"), use("")])
    assert len(decision.clusters) == 3
    assert pairs(decision) == [("", "jane"), ("", "john")]


def test_an_office_tells_which_of_two_is_meant() -> None:
    decision = cluster_uses(
        [
            use("jane", offices=["foreign minister", "minister"]),
            use("john", offices=["governor"]),
            use("", offices=["minister"]),
        ]
    )
    assert ["- RS 2007", "jane RS 2007"] in groups(decision)


def test_somebody_with_another_office_is_not_meant() -> None:
    decision = cluster_uses([use("jane", offices=["governor"]), use("", offices=["minister"])])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("", "jane")]


def test_somebody_without_any_is_meant_only_if_nobody_else_bears_the_surname() -> None:
    uses = [use("jane"), use("", offices=["minister"])]
    assert len(cluster_uses(uses).clusters) == 1
    assert len(cluster_uses([*uses, use("xaver", "BR", 1999)]).clusters) == 3


def test_a_bare_surname_is_rather_his_who_holds_an_office_there() -> None:
    uses = [use("fernando"), use(offices=["president"]), use()]
    uses += [use("hugo", "BR", 1999, offices=["president"])]
    assert ["- RS 2007", "- RS 2007"] in groups(cluster_uses(uses))
    assert ["fernando RS 2007"] in groups(cluster_uses(uses))


def test_a_bare_surname_that_stands_alone_in_its_country_may_be_who_is_known_elsewhere() -> None:
    decision = cluster_uses([use("jane", year=2004), use(country="GM")])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("", "jane")]


def test_or_the_same_bare_surname_in_another_country() -> None:
    assert pairs(cluster_uses([use(), use(country="GM")])) == [("", "")]
    assert pairs(cluster_uses([use(), use(country="GM", year=1974)])) == []
    secretaries = [use(country=one, offices=["secretary"]) for one in ("GM", "FR", "SP", "IT")]
    assert len(pairs(cluster_uses([*secretaries, use("susan", offices=["envoy"])]))) == 6
    ministers = [use(offices=["minister"]), use(country="GM", offices=["senator"])]
    assert pairs(cluster_uses(ministers)) == []


def test_an_office_finds_the_only_bearer_in_another_country() -> None:
    decision = cluster_uses(
        [use("jane", offices=["foreign minister"]), use("", "GM", offices=["foreign minister"])]
    )
    assert len(decision.clusters) == 1


def test_who_signed_a_cable_is_no_foreigner() -> None:
    decision = cluster_uses([use("jane", offices=["governor"]), use("", american=True)])
    assert len(decision.clusters) == 2
    decision = cluster_uses([use("jane", offices=["ambassador"]), use("", american=True)])
    assert len(decision.clusters) == 1


def test_an_ambassador_without_a_first_name_is_who_signs_there() -> None:
    uses = [use(american=True), use(offices=["ambassador"]), use(year=2008)]
    assert len(cluster_uses(uses).clusters) == 1
    assert len(cluster_uses([*uses, use(offices=["minister"])]).clusters) == 2


def test_an_initial_before_the_first_name_is_no_lack_of_one() -> None:
    assert cluster_uses([use("p robert"), use()]).clusters[0].given == "p robert"


def test_an_initial_is_treated_like_no_first_name() -> None:
    assert len(cluster_uses([use("jane"), use("j")]).clusters) == 1
    assert len(cluster_uses([use("jane"), use("john"), use("j")]).clusters) == 3
    assert len(cluster_uses([use("jane"), use("k")]).clusters) == 2


def test_spellings_alike_stay_apart_and_are_told() -> None:
    decision = cluster_uses([use("sergei"), use("sergey")])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("sergei", "sergey")]


def test_a_name_without_its_first_given_name_is_told() -> None:
    decision = cluster_uses([use("luiz inacio lula"), use("lula")])
    assert len(decision.clusters) == 2
    assert pairs(decision) == [("luiz inacio lula", "lula")]


def test_a_secretary_signs_the_departments_cables() -> None:
    decision = cluster_uses(
        [use("hillary", "US", offices=["secretary"]), use("", "US", american=True)]
    )
    assert len(decision.clusters) == 1


def test_no_order_matters() -> None:
    uses = [
        *COMMON,
        *(use(given, country) for given in ("jane", "jane q", "j", "") for country in ("RS", "BR")),
        use("jane quincy", "KE", 1970),
        use("", "RS", 2008, offices=["minister"]),
        use("jean", "RS", offices=["minister"]),
    ]
    wanted = cluster_uses(uses)
    random = Random(849)  # noqa: S311 - an order, not a secret
    for _ in range(50):
        random.shuffle(uses)
        again = cluster_uses(uses)
        assert (groups(again), pairs(again)) == (groups(wanted), pairs(wanted))
