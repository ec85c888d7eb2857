"""Loading files into the database."""

import os
from pathlib import Path

import pytest
from django.db import DataError, OperationalError

from cables.loading import save, worker
from cables.loading.load import LoadResult
from cables.loading.versions import Outcome
from cables.models import Cable, Mention, Person, Reference, Tag
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
    assert [reference.cited_id for reference in seed.references.all()] == ["06MOSCOW11698"]
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


def test_a_second_load_leaves_an_unchanged_file_alone(samples: list[LoadResult]) -> None:
    before = Cable.objects.in_bulk(field_name="reference_id")
    assert set(outcomes(SAMPLES)) == {Outcome.UNCHANGED}
    after = Cable.objects.in_bulk(field_name="reference_id")
    assert {key: cable.pk for key, cable in before.items()} == {
        key: cable.pk for key, cable in after.items()
    }


def test_a_changed_file_replaces_the_cable(load_text: LoadText, tmp_path: Path) -> None:
    load_text()
    write(tmp_path, "09SPECIMEN901.txt", SHORT_CABLE.replace("1. (C)", "1. (U)"))
    assert outcomes(tmp_path / "09SPECIMEN901.txt") == [Outcome.CHANGED]
    cable = Cable.objects.get()
    assert cable.paragraphs.get(key="1").marking == "U"


def test_a_newer_parser_version_parses_an_unchanged_file_again(
    load_text: LoadText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_text()
    for module in (worker, save):
        monkeypatch.setattr(module, "PARSER_VERSION", worker.PARSER_VERSION + 1)
    assert outcomes(tmp_path / "09SPECIMEN901.txt") == [Outcome.CHANGED]


def test_a_failed_save_leaves_the_old_cable_intact(
    load_text: LoadText, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = load_text()
    write(tmp_path, "09SPECIMEN901.txt", SHORT_CABLE + "\nMORE\n")

    def fail(*args: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(save, "store_mentions", fail)
    with pytest.raises(OSError, match="disk full"):
        outcomes(tmp_path / "09SPECIMEN901.txt")
    cable = Cable.objects.get()
    assert (cable.pk, cable.body) == (before.pk, before.body)
    assert cable.paragraphs.count() == 2


def test_a_dry_run_reports_outcomes_and_stores_nothing() -> None:
    assert set(outcomes(SAMPLES, dry_run=True)) == {Outcome.LOADED}
    assert not Cable.objects.exists()


def test_tags_have_their_meaning_and_printed_form(load_text: LoadText) -> None:
    load_text()
    assert Tag.objects.get(code="PREL").meaning
    assert [tag.printed for tag in Cable.objects.get().cable_tags.all()] == ["PREL", "AINF"]


def test_references_do_not_depend_on_the_load_order(samples: list[LoadResult]) -> None:
    seed = Cable.objects.get(reference_id="07MOSCOW849")
    cited_by = {cable.reference_id for cable in Cable.objects.citing("07MOSCOW849")}
    assert "09SPECIMEN3" in cited_by
    assert Reference.objects.filter(cited_id=seed.reference_id).count() >= 1


def test_a_classifier_and_a_signer_of_the_same_name_are_one_person(load_text: LoadText) -> None:
    cable = load_text()
    assert Person.objects.get().name == "Jane Doe"
    assert {mention.role for mention in cable.mentions.all()} == {
        Mention.Role.CLASSIFIED_BY,
        Mention.Role.SIGNER,
    }


def test_a_signer_with_only_a_surname_gets_no_first_name(load_text: LoadText) -> None:
    load_text(SHORT_CABLE.replace("\nDOE\n", "\nROE\n"))
    signer = Person.objects.get(mentions__role=Mention.Role.SIGNER)
    assert (signer.name, signer.slug) == ("Roe", "roe")


def test_a_person_whom_no_cable_names_any_more_is_deleted(
    load_text: LoadText, tmp_path: Path
) -> None:
    load_text()
    write(tmp_path, "09SPECIMEN901.txt", SHORT_CABLE.replace("Doe", "Roe").replace("DOE", "ROE"))
    outcomes(tmp_path / "09SPECIMEN901.txt")
    assert [person.name for person in Person.objects.all()] == ["Jane Roe"]


def test_a_missing_subject_is_replaced_by_the_first_words(seed: Cable) -> None:
    assert seed.subject == ""
    assert seed.title.startswith("Moscow's North Korea hands")


def test_a_title_omits_protected_names(load_text: LoadText) -> None:
    text = SHORT_CABLE.replace("SUBJECT: SPECIMEN: A SHORT CABLE FOR TESTS\n", "").replace(
        "The first paragraph", "Petra Placeholder (strictly protect)"
    )
    assert "Placeholder" not in load_text(text).title


def test_an_unprintable_file_name_is_stored_escaped(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9\x1b]0;\xe2\x80\xaeowned")
    folder.mkdir()
    write(folder, "09SPECIMEN901.txt")
    assert outcomes(tmp_path) == [Outcome.LOADED]
    assert r"caf\udce9\x1b]0;\u202eowned" in Cable.objects.get().source_name
    assert outcomes(tmp_path) == [Outcome.UNCHANGED]


def fail_with(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> None:
        raise error

    monkeypatch.setattr(save, "store_mentions", fail)


def test_a_cable_that_the_database_refuses_does_not_stop_the_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_with(DataError("value too long\nDETAIL"), monkeypatch)
    (result,) = load_all(write(tmp_path, "09SPECIMEN901.txt"))
    assert (result.outcome, result.line) == (Outcome.REJECTED, 1)
    assert "value too long" in result.reason


def test_a_database_failure_ends_the_load(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(OperationalError("database is locked"), monkeypatch)
    with pytest.raises(OperationalError):
        load_all(write(tmp_path, "09SPECIMEN901.txt"))
