"""Loading one cable from several sources: the best is shown, and no text is lost."""

import io
import sys
import tempfile
import zipfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cables.loading import save, worker
from cables.loading.versions import Outcome
from cables.models import Cable
from cables.sources import collect_files
from tests.cables.loading.test_load import outcomes, write
from tests.cables.sources.specimens import BODY, csv_record, page
from tests.conftest import SHORT_CABLE, load_all

pytestmark = pytest.mark.django_db


def test_the_same_id_twice_shows_the_better_and_keeps_the_other(tmp_path: Path) -> None:
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


def test_the_same_bytes_twice_are_one_source(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    write(tmp_path, "09SPECIMEN901.txt")
    write(tmp_path / "a", "09SPECIMEN901.txt")
    assert sorted(outcomes(tmp_path)) == [Outcome.LOADED, Outcome.UNCHANGED]
    assert not Cable.objects.get().versions.exists()


def test_the_same_text_from_another_source_is_stored_once(
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


def stored_texts() -> list[str]:
    """Return every stored text of the only cable, the shown text first."""
    cable = Cable.objects.get()
    versions = (version.text or cable.telegram for version in cable.versions.order_by("text"))
    return [cable.telegram, *versions]


LONGER = SHORT_CABLE + "\nNNNN\n"


def test_a_file_of_the_same_name_in_another_folder_is_another_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for folder, text in (("a", LONGER), ("b", SHORT_CABLE)):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder, "09SPECIMEN901.txt", text)
        monkeypatch.chdir(tmp_path / folder)
        outcomes(Path("09SPECIMEN901.txt"))
    assert stored_texts() == [LONGER, SHORT_CABLE]


def test_standard_input_twice_is_two_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in (LONGER.replace("1. (C)", "1. (U)"), SHORT_CABLE):
        data = io.TextIOWrapper(io.BytesIO(text.replace("SPECIMEN 000901", "BERN 000901").encode()))
        monkeypatch.setattr(sys, "stdin", data)
        outcomes(Path("-"))
    assert len(stored_texts()) == 2


def test_two_rows_with_the_same_id_are_both_kept(tmp_path: Path) -> None:
    rows = csv_record(body=BODY) + csv_record(body=BODY.replace("ends", "will end"))
    path = write(tmp_path, "cables.csv", rows)
    results = load_all(path)
    assert [result.line for result in results] == [1, csv_record().count("\n") + 1]
    assert [result.outcome for result in results] == [Outcome.LOADED, Outcome.CHANGED]
    assert len(stored_texts()) == 2
    write(tmp_path, "cables.csv", csv_record(reference_id="09SPECIMEN2") + rows)
    assert sorted(outcomes(path)) == [Outcome.LOADED, Outcome.UNCHANGED, Outcome.UNCHANGED]
    assert Cable.objects.get(reference_id="09SPECIMEN1").versions.count() == 1


def test_two_members_of_the_same_name_are_two_sources(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("09SPECIMEN901.txt", LONGER)
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("09SPECIMEN901.txt", SHORT_CABLE)
    outcomes(tmp_path / "a.zip")
    assert stored_texts() == [LONGER, SHORT_CABLE]


def test_a_changed_member_replaces_its_cable(tmp_path: Path) -> None:
    for text in (LONGER, SHORT_CABLE):
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr("09SPECIMEN901.txt", text)
        outcomes(tmp_path / "a.zip")
    assert stored_texts() == [SHORT_CABLE]


def test_a_moved_folder_adds_no_versions(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    write(tmp_path / "old", "09SPECIMEN901.txt")
    outcomes(tmp_path / "old")
    (tmp_path / "old").rename(tmp_path / "new")
    assert outcomes(tmp_path / "new") == [Outcome.UNCHANGED]
    assert stored_texts() == [SHORT_CABLE]
    assert Cable.objects.get().source_key == ""
    assert [type(result) for result in parse_again(tmp_path / "new")] == [worker.UnchangedCable]


def parse_again(path: Path) -> list[worker.WorkerResult]:
    known = worker.KnownSources.from_sources(save.stored_sources())
    return [
        result
        for step in worker.parse_files(collect_files([path]), known, processes=1)
        for result in step.results
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
    assert cable.source_facts["classification"] == "CONFIDENTIAL//NOFORN"
    assert [version.partial for version in cable.versions.all()] == [True]
    assert outcomes(shown) == [Outcome.UNCHANGED]


WORDS = ("ends", "closes", "part")
"""The word that differs between the texts; the last is that of an extract."""
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
    """Loads of files that change in any order."""

    @settings(max_examples=25, deadline=None)
    @given(CHANGES)
    def test_every_text_of_the_files_is_stored(self, changes: list[list[tuple[str, str]]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for number, batch in enumerate(changes):
                for name, word in batch:
                    header = "This record is a partial extract of the original cable."
                    html = page(body=BODY.replace("ends", word), articles="\n" * (number % 2))
                    if word == "part":
                        html = page(body=BODY.replace("ends", word), header=header)
                    write(Path(folder), f"{name}.html", html)
                load_all(Path(folder))
                stored = "".join(stored_texts())
                words = {
                    word
                    for path in Path(folder).iterdir()
                    for word in WORDS
                    if f"It {word} here" in path.read_text()
                }
                assert all(f"It {word} here" in stored for word in words)
                assert not (Cable.objects.get().partial and words - {"part"})
                for version in Cable.objects.get().versions.all():
                    same = version.text_sha256 == Cable.objects.get().text_sha256
                    assert (version.text == "") is same
