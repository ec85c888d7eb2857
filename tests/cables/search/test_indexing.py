"""Updating and rebuilding the index, while readers continue."""

from pathlib import Path

import pytest
from django.conf import settings

from cables.models import Cable
from cables.models.selection import Selection
from cables.search import (
    IndexBusyError,
    SearchQuery,
    SearchUnavailableError,
    find_cables,
    index_files,
    parse_query,
    reader,
    rebuild_index,
    update_index,
)
from cables.search.indexing import indexed_checksums
from tests.conftest import SHORT_CABLE, LoadText, index_all

OTHER_CABLE = SHORT_CABLE.replace("000901", "000902").replace("markup", "heraldry")


def total(typed: str) -> int:
    """Return how many cables a query finds."""
    return find_cables(
        SearchQuery(parsed_query=parse_query(typed), selection=Selection()), limit=1
    ).total


def test_a_missing_index_is_built(load_text: LoadText) -> None:
    load_text()
    with pytest.raises(SearchUnavailableError, match="the index has not been built"):
        total("markup")
    index_all()
    assert total("markup") == 1


def test_new_cables_are_added_and_an_open_reader_notices(load_text: LoadText) -> None:
    load_text()
    for serial in range(903, 907):
        load_text(SHORT_CABLE.replace("000901", f"000{serial}"), name=f"09SPECIMEN{serial}.txt")
    index_all()
    assert total("heraldry") == 0
    folder = index_files.current_folder()
    load_text(OTHER_CABLE, name="09SPECIMEN902.txt")
    index_all()
    assert index_files.current_folder() == folder
    assert total("heraldry") == 1
    assert reader.current_index().state.cables == 6


def test_a_changed_cable_replaces_its_old_version(load_text: LoadText) -> None:
    load_text()
    index_all()
    load_text(SHORT_CABLE.replace("markup", "heraldry"))
    index_all()
    assert (total("markup"), total("heraldry"), total("")) == (0, 1, 1)


def test_a_deleted_cable_is_removed_from_the_index(load_text: LoadText) -> None:
    load_text()
    load_text(OTHER_CABLE, name="09SPECIMEN902.txt")
    index_all()
    Cable.objects.get(reference_id="09SPECIMEN901").delete()
    index_all()
    assert (total("markup"), total("heraldry")) == (0, 1)


def test_an_update_without_changes_does_nothing(load_text: LoadText) -> None:
    load_text()
    index_all()
    assert list(update_index()) == []


def test_a_rebuilt_index_replaces_the_old_one(load_text: LoadText) -> None:
    load_text()
    index_all()
    before = index_files.current_folder()
    for step in rebuild_index():
        assert step.total == 1
        assert total("markup") == 1
    assert index_files.current_folder() != before
    assert total("markup") == 1
    assert len(list(index_files.indexes_folder().glob("index-*"))) == 1


def test_an_interrupted_rebuild_keeps_the_old_index(load_text: LoadText) -> None:
    load_text()
    index_all()
    before = index_files.current_folder()
    steps = rebuild_index()
    next(steps)
    steps.close()
    assert index_files.current_folder() == before
    assert len(list(index_files.indexes_folder().glob("index-*"))) == 1
    assert total("markup") == 1


def test_two_processes_cannot_write_at_once(load_text: LoadText) -> None:
    load_text()
    with index_files.write_lock(), pytest.raises(IndexBusyError):
        list(update_index())


@pytest.mark.parametrize("name", ["meta.json", "state.json"])
def test_a_damaged_index_is_reported_and_rebuilt_by_the_next_load(
    load_text: LoadText, name: str
) -> None:
    load_text()
    index_all()
    folder = index_files.current_folder()
    assert folder
    (folder / name).write_text("{")
    with pytest.raises(SearchUnavailableError):
        total("markup")
    assert indexed_checksums(folder) is None
    index_all()
    assert total("markup") == 1


def test_damaged_index_files_are_reported(load_text: LoadText) -> None:
    load_text()
    index_all()
    folder = index_files.current_folder()
    assert folder
    for path in folder.iterdir():
        if path.suffix in {".idx", ".term", ".fast", ".pos", ".store"}:
            path.write_bytes(b"not an index")
    with pytest.raises(SearchUnavailableError, match="damaged"):
        total("markup")


def test_a_path_outside_the_index_folder_is_not_followed() -> None:
    folder = Path(settings.SEARCH_INDEX)
    folder.mkdir(parents=True)
    (folder / "current").write_text("../..")
    assert index_files.current_folder() in {None, folder / ".."}
    (folder / "current").write_bytes(b"\xff")
    assert index_files.current_folder() is None


def test_protected_names_are_in_no_field(load_text: LoadText) -> None:
    load_text(
        SHORT_CABLE.replace("1. (C) The first", "1. (C) Zebulon Quark (strictly protect) said so."),
    )
    index_all()
    assert (total("Zebulon"), total("Quark"), total("specimen")) == (0, 0, 1)


def test_a_newly_withheld_name_is_removed_from_the_index(load_text: LoadText) -> None:
    cable = load_text()
    load_text(OTHER_CABLE, name="09SPECIMEN902.txt")
    index_all()
    assert total("specimen") == 2
    Cable.objects.filter(pk=cable.pk).update(withheld=["markup"])
    index_all()
    assert (total("markup"), total("specimen")) == (0, 2)
