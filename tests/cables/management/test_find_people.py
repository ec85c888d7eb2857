"""manage.py find_people."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from cables.models import Cable, Mention, Person, ProtectedName
from cables.names.recognition import language_model
from cables.people import refresh
from cables.people.resolution.run import resolve_people
from tests.cables.people.resolution.telegrams import load, telegram
from tests.cables.people.resolution.test_run import CABLES, content

pytestmark = pytest.mark.django_db


def run(*arguments: object) -> tuple[str, str]:
    """Run the command in this process, and return what it prints; a refusal on either line."""
    out, err = StringIO(), StringIO()
    try:
        call_command("find_people", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        err.write(str(error))
    return out.getvalue(), err.getvalue()


def test_what_is_found_anew_is_what_was_found_before(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    before, names = content(), set(ProtectedName.objects.values_list("name", flat=True))
    keys = set(Person.objects.values_list("pk", flat=True))
    assert run() == (f"{len(CABLES)} cables read anew, {len(keys)} persons\n", "")
    assert content() == before
    assert set(Person.objects.values_list("pk", flat=True)) == keys
    assert set(ProtectedName.objects.values_list("name", flat=True)) == names


def test_it_finds_what_older_rules_did_not(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    before = content()
    Mention.all_objects.all().delete()
    ProtectedName.objects.all().delete()
    Cable.objects.update(withheld=[], title="Jane Doe")
    list(resolve_people())
    assert not Person.objects.exists()
    run()
    assert content() == before
    assert not Cable.objects.filter(title__contains="Jane Doe").exists()


def test_stopped_half_way_no_page_is_empty_and_another_run_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, *CABLES)
    before = content()
    monkeypatch.setattr(refresh, "CABLES_PER_BATCH", 2)
    next(refresh.refresh_mentions(processes=1))
    assert content() == before
    run()
    assert content() == before


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    before = content()
    run("--processes", 2)
    assert content() == before


def test_corrections_alone_need_no_reading(settings: Settings, tmp_path: Path) -> None:
    load(tmp_path / "files", *CABLES)
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    settings.PEOPLE_CORRECTIONS.write_text("action,person,value\nrename,john-roe,John Q. Roe\n")
    out, err = run("--settle-only")
    assert "read anew" not in out
    assert not err
    assert Person.objects.get(slug="john-roe").name == "John Q. Roe"


def test_a_correction_that_cannot_be_applied_is_told_and_fails(
    settings: Settings, tmp_path: Path
) -> None:
    load(tmp_path / "files", telegram("Governor John Roe said so."))
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    settings.PEOPLE_CORRECTIONS.write_text(
        "action,person,value\nloose,john-roe,\nrename,john-roe,John Q. Roe\nrename,nobody,A B\n"
    )
    _, err = run("--settle-only")
    assert f"{settings.PEOPLE_CORRECTIONS}:2: 'loose' is an unknown action" in err
    assert f"{settings.PEOPLE_CORRECTIONS}:4: rename 'nobody' did not match anyone" in err
    assert "Not all corrections are applied: see above." in err
    assert Person.objects.get().name == "John Q. Roe"


def test_a_model_that_is_not_installed_is_said_and_nothing_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_model, "load_installed_model", lambda: None)
    load(tmp_path, *CABLES)
    before = content()
    out, err = run("--model")
    assert out == ""
    assert "requirements-people.txt" in err
    assert content() == before


def test_a_model_only_adds_what_the_rules_let_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Yesterday Bero Khlopkov walked in and the Ministry of Fish was closed."
    load(tmp_path, telegram(words))
    assert not Person.objects.filter(name="Bero Khlopkov").exists()
    seen = [re.compile("Bero Khlopkov"), re.compile("Ministry of Fish")]
    monkeypatch.setattr(language_model, "load_installed_model", object)
    monkeypatch.setattr(
        language_model,
        "propose_names",
        lambda text: [found.span() for one in seen for found in one.finditer(text)],
    )
    run("--model", "--processes", "1")
    assert [person.name for person in Person.objects.all()] == ["Bero Khlopkov"]
