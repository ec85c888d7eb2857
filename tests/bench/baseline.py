"""What the loader is set beside: read the source, and insert the same rows, without parsing.

`python -m tests.bench.baseline SOURCE DATABASE`, run by `bench` on a fresh database. The
rows come from one that was loaded from the same source; fetching them from there is not timed.
"""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import django
from django.apps import apps
from django.db import connections, models, transaction

from tests.bench.spent import Spent
from tests.cables.sources.walk import read_paths

LOADED: Final = "loaded"
"""The second database."""
Rows = list[dict[str, Any]]
Tables = list[tuple[type[models.Model], Rows]]


def insert_again(source: Path) -> dict[str, float]:
    """Read a source and insert what was made of it; return what it took, and how many cables."""
    from cables.loading.load import BATCH_SIZE  # noqa: PLC0415 - its models want the settings first
    from cables.models import Cable  # noqa: PLC0415

    texts = read_paths([source])
    spent = _timed(shared_rows(), texts=iter(()))
    keys = list(Cable.objects.using(LOADED).order_by("pk").values_list("pk", flat=True))
    for at in range(0, len(keys), BATCH_SIZE):
        batch = keys[at : at + BATCH_SIZE]
        rows = rows_of(batch[0], batch[-1])
        spent = spent.and_more(_timed(rows, texts=islice(texts, len(batch))))
    return {"cables": len(keys), **spent._asdict()}


def _timed(tables: Tables, texts: Iterator[object]) -> Spent:
    """Read so many cables and insert their rows in one transaction, as the loader does."""
    from cables.loading.save import ROWS_PER_STATEMENT  # noqa: PLC0415

    started, used = time.perf_counter(), time.process_time()
    for _ in texts:
        pass
    with transaction.atomic():
        for model, rows in tables:
            made = [model(**row) for row in rows]
            model._default_manager.bulk_create(made, ROWS_PER_STATEMENT)
    return Spent(
        seconds=time.perf_counter() - started,
        processor=time.process_time() - used,
        rows=sum(len(rows) for _, rows in tables),
    )


def shared_rows() -> Tables:
    """Return what belongs to no single cable: posts, tags, persons."""
    return [(model, _rows(model)) for model in _models() if not _is_of_a_cable(model)]


def rows_of(first: int, last: int) -> Tables:
    """Return the cables of a range of keys with all that belongs to them."""
    tables: Tables = []
    for model in _models():
        if _is_of_a_cable(model):
            key = "pk" if model.__name__ == "Cable" else "cable__pk"
            tables.append((model, _rows(model, **{f"{key}__range": (first, last)})))
    return tables


def _models() -> Iterable[type[models.Model]]:
    """Return the tables, the cables' own first: other rows point at them."""
    found = list(apps.get_app_config("cables").get_models(include_auto_created=True))
    return sorted(found, key=lambda model: model.__name__ != "Cable")


def _is_of_a_cable(model: type[models.Model]) -> bool:
    own = {field.attname for field in model._meta.concrete_fields}
    return model.__name__ == "Cable" or "cable_id" in own


def _rows(model: type[models.Model], **conditions: object) -> Rows:
    names = [field.attname for field in model._meta.concrete_fields]
    found = model._default_manager.using(LOADED).filter(**conditions).order_by("pk")
    return list(found.values(*names))


def main() -> None:
    """Read the command line, insert, and print the figures as JSON."""
    source, database = sys.argv[1:]
    django.setup()
    connections.databases[LOADED] = {**connections.databases["default"], "NAME": database}
    sys.stdout.write(json.dumps(insert_again(Path(source))))


if __name__ == "__main__":
    main()
