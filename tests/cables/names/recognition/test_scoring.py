"""What counts as right, wrong and missed."""

from typing import Any

from cables.names.recognition import FoundMention, FoundPerson
from tests.cables.names.recognition.scoring import Cable, Score, score, total

KEYS = {0: "0", 1: "1", 2: "2.2"}


def found(
    name: str, *forms: str, paragraphs: tuple[int, ...] = (1,), protected: bool = False
) -> Any:
    return FoundPerson(
        name=name,
        surname_only=" " not in name,
        forms=forms or (name,),
        mentions=tuple(
            FoundMention(start=0, end=1, printed=name, rule="a test", paragraph=paragraph)
            for paragraph in paragraphs
        ),
        titles=(),
        protected=protected,
    )


def label(name: str, *forms: str, paragraphs: tuple[str, ...] = ("1",), **more: Any) -> Any:
    return {
        "name": name,
        "surname_only": False,
        "paragraphs": list(paragraphs),
        "forms": list(forms or (name,)),
        "protected": False,
        **more,
    }


def scored(labeled: list[Any], finds: list[Any]) -> Score:
    return score(Cable("09SPECIMEN1", labeled, finds, KEYS))


def test_a_person_is_right_under_any_shared_form() -> None:
    result = scored([label("José Peña", "José Peña", "PEÑA")], [found("Pena")])

    assert (result.right, result.wrong, result.missed) == (1, (), ())


def test_titles_and_initials_make_no_difference() -> None:
    assert scored([label("Ada Brook")], [found("Mrs. Ada B. Brook")]).right == 1


def test_a_first_name_alone_is_not_a_match() -> None:
    result = scored([label("Ada Brook")], [found("Ada Marsh")])

    assert result.wrong == ("09SPECIMEN1 Ada Marsh",)
    assert result.missed == ("09SPECIMEN1 Ada Brook",)


def test_a_person_found_as_two_is_wrong_once() -> None:
    result = scored(
        [label("Ada Brook", "Ada Brook", "Brook")], [found("Brook"), found("Ada Brook")]
    )

    assert (result.right, result.wrong) == (1, ("09SPECIMEN1 Brook",))


def test_if_two_persons_are_found_as_one_the_second_is_missed() -> None:
    labeled = [label("Brook"), label("Ada Brook")]

    result = scored(labeled, [found("Ada Brook", "Ada Brook", "BROOK")])

    assert (result.right, result.missed) == (1, ("09SPECIMEN1 Brook",))


def test_a_protected_name_is_wrong_if_shown_and_ignored_if_withheld() -> None:
    labeled = [label("Ada Brook", protected=True)]

    assert scored(labeled, [found("Ada Brook")]).wrong == ("09SPECIMEN1 Ada Brook",)
    assert scored(labeled, [found("Ada Brook", protected=True)]) == Score()


def test_a_public_name_that_is_withheld_is_missed() -> None:
    result = scored([label("Ada Brook")], [found("Ada Brook", protected=True)])

    assert (result.wrong, result.missed) == ((), ("09SPECIMEN1 Ada Brook",))


def test_a_doubtful_name_is_neither_right_nor_wrong_nor_missed() -> None:
    labeled = [label("Brook", doubt="a name or a river")]

    assert scored(labeled, [found("Brook")]) == scored(labeled, []) == Score()


def test_paragraphs_are_counted_by_person() -> None:
    labeled = [label("Ada Brook", paragraphs=("1", "2.2"))]

    result = scored(labeled, [found("Ada Brook", paragraphs=(0, 2, 2))])

    assert (result.pairs, result.right_pairs, result.wrong_pairs) == (2, 1, 1)


def test_the_scores_of_cables_add_up() -> None:
    result = scored(
        [label("Ada Brook"), label("Lee Marsh")], [found("Ada Brook"), found("Low Fell")]
    )

    both = total([result, result])

    assert (both.precision, both.recall, both.paragraphs) == (0.5, 0.5, 0.5)
