"""Fifty queries on the real cables, each with the paragraphs that answer it.

They were written by reading the cables, before there was an index.
"""

import json
import os
import re
from pathlib import Path

import pytest
from django.http import QueryDict
from django.test import Client

from tests.conftest import ROOT, SAMPLES, index_all, load_all

CORPUS = Path(os.environ.get("CABLES_CORPUS", ROOT.parent / "shared" / "corpus"))
ARCHIVES = [CORPUS / f"{name}.tar.xz" for name in ("aad-text", "pages-2011-04", "pages-2011-08")]
"""The smaller archives: loading them all takes minutes."""
QUERIES = json.loads((Path(__file__).parent / "queries.json").read_text(encoding="utf-8"))


@pytest.mark.corpus
@pytest.mark.skipif(not ARCHIVES[0].exists(), reason=f"the real cables are not at {CORPUS}")
def test_the_first_page_links_the_paragraphs_that_answer(db: None, client: Client) -> None:
    load_all(*ARCHIVES, CORPUS / "cables.csv", SAMPLES)
    index_all()
    missing = []
    for expectation in QUERIES:
        query = QueryDict(mutable=True)
        query["q"] = expectation["q"]
        for name, values in expectation["filters"].items():
            query.setlist(name, values)
        page = client.get(f"/cables/?{query.urlencode()}").content.decode()
        missing += [
            (expectation["q"], reference_id, key)
            for reference_id, key in expectation["expected"]
            if not re.search(rf'href="/cable/{reference_id}/\?q=[^"]*#par{re.escape(key)}"', page)
        ]
    assert not missing
    assert len(QUERIES) == 50
