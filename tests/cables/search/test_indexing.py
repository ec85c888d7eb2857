"""The index follows the database: by the difference, anew, and with readers reading on."""

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

OTHER = SHORT_CABLE.replace("000901", "000902").replace("markup", "heraldry")


def total(typed: str) -> int:
    """Return how many cables a question finds."""
    return find_cables(
        SearchQuery(parsed_query=parse_query(typed), selection=Selection()), limit=1
    ).total


def test_an_index_is_made_where_there_is_none(load_text: LoadText) -> None:
    load_text()
    with pytest.raises(SearchUnavailableError, match="No search index"):
        total("markup")
    index_all()
    assert total("markup") == 1


def test_new_cables_are_added_and_a_running_reader_notices(load_text: LoadText) -> None:
    load_text()
    for serial in range(903, 907):
        load_text(SHORT_CABLE.replace("000901", f"000{serial}"), name=f"09SPECIMEN{serial}.txt")
    index_all()
    assert total("heraldry") == 0
    folder = index_files.current_folder()
    load_text(OTHER, name="09SPECIMEN902.txt")
    index_all()
    assert index_files.current_folder() == folder
    assert total("heraldry") == 1
    assert reader.current_index().state.cables == 6


def test_a_changed_cable_takes_the_place_of_what_it_was(load_text: LoadText) -> None:
    load_text()
    index_all()
    load_text(SHORT_CABLE.replace("markup", "heraldry"))
    index_all()
    assert (total("markup"), total("heraldry"), total("")) == (0, 1, 1)


def test_a_cable_that_is_gone_is_forgotten(load_text: LoadText) -> None:
    load_text()
    load_text(OTHER, name="09SPECIMEN902.txt")
    index_all()
    Cable.objects.get(reference_id="09SPECIMEN901").delete()
    index_all()
    assert (total("markup"), total("heraldry")) == (0, 1)


def test_nothing_is_done_where_nothing_has_changed(load_text: LoadText) -> None:
    load_text()
    index_all()
    assert list(update_index()) == []


def test_a_rebuilt_index_takes_the_place_of_the_old_one(load_text: LoadText) -> None:
    load_text()
    index_all()
    before = index_files.current_folder()
    for step in rebuild_index():
        assert step.total == 1
        assert total("markup") == 1
    assert index_files.current_folder() != before
    assert total("markup") == 1
    assert len(list(index_files.indexes_folder().glob("index-*"))) == 1


def test_a_rebuild_that_is_given_up_leaves_the_old_index(load_text: LoadText) -> None:
    load_text()
    index_all()
    before = index_files.current_folder()
    steps = rebuild_index()
    next(steps)
    steps.close()
    assert index_files.current_folder() == before
    assert len(list(index_files.indexes_folder().glob("index-*"))) == 1
    assert total("markup") == 1


def test_two_do_not_write_at_once(load_text: LoadText) -> None:
    load_text()
    with index_files.write_lock(), pytest.raises(IndexBusyError):
        list(update_index())


@pytest.mark.parametrize("name", ["meta.json", "state.json"])
def test_a_damaged_index_is_told_and_mended_by_the_next_load(
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


def test_damaged_segments_are_told(load_text: LoadText) -> None:
    load_text()
    index_all()
    folder = index_files.current_folder()
    assert folder
    for path in folder.iterdir():
        if path.suffix in {".idx", ".term", ".fast", ".pos", ".store"}:
            path.write_bytes(b"not an index")
    with pytest.raises(SearchUnavailableError, match="damaged"):
        total("markup")


def test_a_folder_named_outside_of_the_home_is_not_followed() -> None:
    home = Path(settings.SEARCH_INDEX)
    home.mkdir(parents=True)
    (home / "current").write_text("../..")
    assert index_files.current_folder() in {None, home / ".."}
    (home / "current").write_bytes(b"\xff")
    assert index_files.current_folder() is None


def test_names_to_protect_are_in_no_field(load_text: LoadText) -> None:
    load_text(
        SHORT_CABLE.replace("1. (C) The first", "1. (C) Zebulon Quark (strictly protect) said so."),
    )
    index_all()
    assert (total("Zebulon"), total("Quark"), total("specimen")) == (0, 0, 1)


def test_a_name_that_comes_to_be_withheld_leaves_the_index(load_text: LoadText) -> None:
    cable = load_text()
    load_text(OTHER, name="09SPECIMEN902.txt")
    index_all()
    assert total("specimen") == 2
    Cable.objects.filter(pk=cable.pk).update(withheld=["markup"])
    index_all()
    assert (total("markup"), total("specimen")) == (0, 2)
