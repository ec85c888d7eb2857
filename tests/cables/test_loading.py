"""Loading: rows from files, safe to repeat, whole or not at all."""

import io
import os
import sys
import tempfile
import zipfile
from itertools import permutations
from pathlib import Path

import pytest
from django.db import DataError, OperationalError
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cables import intake, loading, storing
from cables.loading import Result
from cables.models import Cable, Mention, Person, Reference, Tag
from cables.sources import collect
from cables.versions import Outcome
from tests.cables.sources.specimens import BODY, csv_record, page
from tests.conftest import SAMPLES, SHORT_CABLE, LoadText, load_all

pytestmark = pytest.mark.django_db


def outcomes(*paths: Path, dry_run: bool = False) -> list[Outcome]:
    return [result.outcome for result in load_all(*paths, dry_run=dry_run)]


def write(folder: Path, name: str, text: str = SHORT_CABLE) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_the_seed_is_stored_with_what_its_page_needs(seed: Cable) -> None:
    assert str(seed.origin) == "Embassy Moscow"
    assert (seed.created.isoformat() if seed.created else "") == "2007-02-28T17:45:00+00:00"
    assert seed.created_from == "group"
    assert (seed.released.isoformat() if seed.released else "") == "2011-08-30T01:44:00+00:00"
    assert seed.classification == "CONFIDENTIAL"
    assert (seed.executive_order, str(seed.declassify_on)) == ("12958", "2017-02-28")
    assert (seed.classified_by_name, seed.classified_by_title) == (
        "Alice G. Wells",
        "Pol/Min Counselor",
    )
    assert (seed.reason_section, seed.reasons) == ("1.4", ["b", "d"])
    assert [paragraph.key for paragraph in seed.paragraphs.all()] == [str(n) for n in range(1, 12)]
    assert {paragraph.marking for paragraph in seed.paragraphs.all()} == {"C"}
    assert [one.cited_id for one in seed.references.all()] == ["06MOSCOW11698"]
    assert "lost-pilcrow" in {problem.code for problem in seed.problems.all()}
    assert seed.source_form == "pasted"
    assert len(seed.source_sha256) == 64


def test_header_and_body_joined_are_the_telegram(seed: Cable) -> None:
    text = (SAMPLES / "07MOSCOW849.txt").read_text()
    assert seed.header + seed.body in text
    assert seed.header.startswith("DE RUEHMO #0849/01")
    assert seed.body.lstrip().startswith("C O N F I D E N T I A L")
    assert seed.body.rstrip().endswith("careful watching.")


def test_offsets_of_a_paragraph_point_at_its_text(seed: Cable) -> None:
    seventh = seed.paragraphs.get(key="7")
    assert seed.body[seventh.text_start : seventh.end].startswith("Experts unanimously")


def test_a_second_load_leaves_the_same_file_alone(samples: list[Result]) -> None:
    before = Cable.objects.in_bulk(field_name="reference_id")
    assert set(outcomes(SAMPLES)) == {Outcome.UNCHANGED}
    after = Cable.objects.in_bulk(field_name="reference_id")
    assert {key: cable.pk for key, cable in before.items()} == {
        key: cable.pk for key, cable in after.items()
    }


def test_a_changed_file_takes_the_place_of_the_cable(load_text: LoadText, tmp_path: Path) -> None:
    load_text()
    write(tmp_path, "09SPECIMEN901.txt", SHORT_CABLE.replace("1. (C)", "1. (U)"))
    assert outcomes(tmp_path / "09SPECIMEN901.txt") == [Outcome.CHANGED]
    cable = Cable.objects.get()
    assert cable.paragraphs.get(key="1").marking == "U"


def test_newer_reading_rules_read_an_unchanged_file_anew(
    load_text: LoadText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text()
    for module in (intake, loading):
        monkeypatch.setattr(module, "PARSER_VERSION", intake.PARSER_VERSION + 1)
    assert outcomes(tmp_path / "09SPECIMEN901.txt") == [Outcome.CHANGED]


def test_a_failure_while_storing_leaves_the_old_cable_whole(
    load_text: LoadText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load_text()
    write(tmp_path, "09SPECIMEN901.txt", SHORT_CABLE + "\nMORE\n")

    def fail(*args: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(storing, "store_mentions", fail)
    with pytest.raises(OSError, match="disk full"):
        outcomes(tmp_path / "09SPECIMEN901.txt")
    cable = Cable.objects.get()
    assert (cable.pk, cable.body) == (before.pk, before.body)
    assert cable.paragraphs.count() == 2


def test_a_dry_run_says_what_would_be_and_stores_nothing() -> None:
    assert set(outcomes(SAMPLES, dry_run=True)) == {Outcome.LOADED}
    assert not Cable.objects.exists()


def test_the_same_id_twice_keeps_the_better_and_remembers_the_other(tmp_path: Path) -> None:
    short = SHORT_CABLE.replace("Ambassador", "Consul")
    for name, text in (("a", SHORT_CABLE), ("b", short)):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "09SPECIMEN901.txt", text)
    assert outcomes(tmp_path) == [Outcome.LOADED, Outcome.OTHER_VERSION]
    cable = Cable.objects.get()
    assert cable.classified_by_title == "Ambassador"
    version = cable.versions.get()
    assert version.source_name == str(tmp_path / "b" / "09SPECIMEN901.txt")
    assert version.text == short


def test_the_same_bytes_twice_are_no_news(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write(tmp_path, "09SPECIMEN901.txt")
    write(tmp_path / "a", "09SPECIMEN901.txt")
    assert sorted(outcomes(tmp_path)) == [Outcome.LOADED, Outcome.UNCHANGED]
    assert not Cable.objects.get().versions.exists()


def test_the_same_text_from_another_source_is_remembered_without_keeping_it_twice(
    tmp_path: Path,
) -> None:
    (tmp_path / "a").mkdir()
    write(tmp_path, "09SPECIMEN901.txt")
    (tmp_path / "a" / "09SPECIMEN901.txt").write_bytes(SHORT_CABLE.replace("\n", "\r\n").encode())
    assert sorted(outcomes(tmp_path)) == [Outcome.LOADED, Outcome.UNCHANGED]
    assert Cable.objects.get().versions.get().text == ""
    assert outcomes(tmp_path) == [Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert Cable.objects.get().versions.count() == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_loading_does_not_matter(tmp_path: Path, order: tuple[int, ...]) -> None:
    texts = [SHORT_CABLE, SHORT_CABLE + "\nNNNN\n", SHORT_CABLE.replace("Doe", "Roe")]
    paths = []
    for number, text in enumerate(texts):
        (tmp_path / str(number)).mkdir()
        paths.append(write(tmp_path / str(number), "09SPECIMEN901.txt", text))
    for number in order:
        outcomes(paths[number])
    cable = Cable.objects.get()
    assert cable.telegram == texts[1], "the longest"
    assert {version.text for version in cable.versions.all()} == {texts[0], texts[2]}


def test_tags_carry_their_meaning_and_what_was_printed(load_text: LoadText) -> None:
    load_text()
    assert Tag.objects.get(code="PREL").meaning
    assert [one.printed for one in Cable.objects.get().cable_tags.all()] == ["PREL", "AINF"]


def test_references_need_no_load_order(samples: list[Result]) -> None:
    seed = Cable.objects.get(reference_id="07MOSCOW849")
    cited_by = {cable.reference_id for cable in Cable.objects.citing("07MOSCOW849")}
    assert "09SPECIMEN3" in cited_by
    assert Reference.objects.filter(cited_id=seed.reference_id).count() >= 1


def test_classifier_and_signer_of_one_name_are_one_person(load_text: LoadText) -> None:
    cable = load_text()
    assert Person.objects.get().name == "Jane Doe"
    assert {mention.role for mention in cable.mentions.all()} == {
        Mention.Role.CLASSIFIED_BY,
        Mention.Role.SIGNER,
    }


def test_a_signer_known_by_surname_alone_gets_no_first_name(load_text: LoadText) -> None:
    load_text(SHORT_CABLE.replace("\nDOE\n", "\nROE\n"))
    signer = Mention.objects.get(role=Mention.Role.SIGNER)
    assert (signer.person.name, signer.person.slug) == ("Roe", "roe-embassy-specimen")


def test_a_person_whom_no_cable_names_any_more_is_forgotten(
    load_text: LoadText, tmp_path: Path
) -> None:
    load_text()
    write(tmp_path, "09SPECIMEN901.txt", SHORT_CABLE.replace("Doe", "Roe").replace("DOE", "ROE"))
    outcomes(tmp_path / "09SPECIMEN901.txt")
    assert [person.name for person in Person.objects.all()] == ["Jane Roe"]


def test_a_lost_subject_is_made_up_for_by_first_words(seed: Cable) -> None:
    assert seed.subject == ""
    assert seed.title.startswith("Moscow's North Korea hands")


def test_a_title_leaves_protected_names_out(load_text: LoadText) -> None:
    text = SHORT_CABLE.replace("SUBJECT: SPECIMEN: A SHORT CABLE FOR TESTS\n", "").replace(
        "The first paragraph", "Petra Placeholder (strictly protect)"
    )
    assert "Placeholder" not in load_text(text).title


def texts() -> list[str]:
    """Return every text that is held of the one cable, the shown one first."""
    cable = Cable.objects.get()
    versions = (version.text or cable.telegram for version in cable.versions.order_by("text"))
    return [cable.telegram, *versions]


LONGER = SHORT_CABLE + "\nNNNN\n"


def test_a_file_of_one_name_in_another_folder_is_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("a", LONGER), ("b", SHORT_CABLE)):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, "09SPECIMEN901.txt", text)
        monkeypatch.chdir(tmp_path / folder)
        outcomes(Path("09SPECIMEN901.txt"))
    assert texts() == [LONGER, SHORT_CABLE]


def test_two_inputs_are_two_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for text in (LONGER.replace("1. (C)", "1. (U)"), SHORT_CABLE):
        data = io.TextIOWrapper(io.BytesIO(text.replace("SPECIMEN 000901", "BERN 000901").encode()))
        monkeypatch.setattr(sys, "stdin", data)
        outcomes(Path("-"))
    assert len(texts()) == 2


def test_an_id_in_two_rows_keeps_both_and_tells_their_lines(tmp_path: Path) -> None:
    rows = csv_record(body=BODY) + csv_record(body=BODY.replace("ends", "will end"))
    path = write(tmp_path, "cables.csv", rows)
    results = load_all(path)
    assert [result.line for result in results] == [1, csv_record().count("\n") + 1]
    assert [result.outcome for result in results] == [Outcome.LOADED, Outcome.CHANGED]
    assert len(texts()) == 2
    write(tmp_path, "cables.csv", csv_record(reference_id="09SPECIMEN2") + rows)
    assert sorted(outcomes(path)) == [Outcome.LOADED, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert Cable.objects.get(reference_id="09SPECIMEN1").versions.count() == 1


def test_a_name_that_an_archive_has_twice_gives_two_sources(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("09SPECIMEN901.txt", LONGER)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("09SPECIMEN901.txt", SHORT_CABLE)
    outcomes(tmp_path / "a.zip")
    assert texts() == [LONGER, SHORT_CABLE]


def test_a_changed_member_takes_the_place_of_what_it_gave(tmp_path: Path) -> None:
    for text in (LONGER, SHORT_CABLE):
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr("09SPECIMEN901.txt", text)
        outcomes(tmp_path / "a.zip")
    assert texts() == [SHORT_CABLE]


def test_a_folder_that_was_moved_brings_no_versions_and_is_known_again(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    write(tmp_path / "old", "09SPECIMEN901.txt")
    outcomes(tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    assert outcomes(tmp_path / "new") == [Outcome.UNCHANGED]
    assert texts() == [SHORT_CABLE]
    assert Cable.objects.get().source_key == ""
    assert [type(one) for one in take_again(tmp_path / "new")] == [intake.Unchanged]


def take_again(path: Path) -> list[intake.Taken]:
    known = intake.Known.of(loading.held_sources())
    return [
        one for step in intake.take_all(collect([path]), known, processes=1) for one in step.taken
    ]


def test_a_better_version_is_shown_when_the_shown_file_gets_worse(tmp_path: Path) -> None:
    shown = write(tmp_path, "09SPECIMEN1.html", page(released="2011-08-30 01:44"))
    version = write(tmp_path, "09SPECIMEN1-older.html", page(body=BODY.replace("ends", "closes")))
    assert outcomes(shown) + outcomes(version) == [Outcome.LOADED, Outcome.OTHER_VERSION]
    version.unlink()
    notice = "This record is a partial extract of the original cable."
    write(tmp_path, shown.name, page(released="2011-08-30 01:44", header=notice))
    assert outcomes(shown) == [Outcome.OTHER_VERSION]
    cable = Cable.objects.get()
    assert "It closes here" in cable.body
    assert (cable.partial, str(cable.origin), cable.source_form) == (False, "Embassy Bern", "page")
    assert cable.classification == "CONFIDENTIAL//NOFORN"
    assert [one.partial for one in cable.versions.all()] == [True]
    assert outcomes(shown) == [Outcome.UNCHANGED]


def test_a_name_that_is_no_text_is_loaded_under_a_printable_one(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9\x1b]0;\xe2\x80\xaeowned")
    folder.mkdir()
    write(folder, "09SPECIMEN901.txt")
    assert outcomes(tmp_path) == [Outcome.LOADED]
    assert r"caf\udce9\x1b]0;\u202eowned" in Cable.objects.get().source_name
    assert outcomes(tmp_path) == [Outcome.UNCHANGED]


def fail_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise error

    monkeypatch.setattr(storing, "store_mentions", fail)


def test_a_cable_that_the_database_refuses_is_rejected_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(DataError("value too long\nDETAIL"), monkeypatch)
    (result,) = load_all(write(tmp_path, "09SPECIMEN901.txt"))
    assert (result.outcome, result.line) == (Outcome.REJECTED, 1)
    assert "value too long" in result.reason


def test_a_database_that_fails_ends_the_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(OperationalError("database is locked"), monkeypatch)
    with pytest.raises(OperationalError):
        load_all(write(tmp_path, "09SPECIMEN901.txt"))


WORDS = ("ends", "closes", "part")
"""What tells the texts apart; the last is an extract's."""
CHANGES = st.lists(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(WORDS)),
        min_size=1,
        max_size=3,
    ),
    min_size=1,
    max_size=4,
)


class LoadsOfChangingFiles(TestCase):
    """Whatever is loaded, and in whatever order the files change."""

    @settings(max_examples=25, deadline=None)
    @given(CHANGES)
    def test_every_text_of_the_files_is_held(self, changes: list[list[tuple[str, str]]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for number, batch in enumerate(changes):
                for name, word in batch:
                    header = "This record is a partial extract of the original cable."
                    told = page(body=BODY.replace("ends", word), articles="\n" * (number % 2))
                    if word == "part":
                        told = page(body=BODY.replace("ends", word), header=header)
                    write(Path(folder), f"{name}.html", told)
                load_all(Path(folder))
                held = "".join(texts())
                words = {
                    word
                    for path in Path(folder).iterdir()
                    for word in WORDS
                    if f"It {word} here" in path.read_text()
                }
                assert all(f"It {word} here" in held for word in words)
                assert not (Cable.objects.get().partial and words - {"part"})
                for version in Cable.objects.get().versions.all():
                    same = version.text_sha256 == Cable.objects.get().text_sha256
                    assert (version.text == "") is same
