"""The pages of the real cables: every fragment of the original lands, none stands twice."""

import os
import re
import tarfile
from pathlib import Path

import pytest
from django.test import Client

from cables.models import Cable
from tests.conftest import ROOT, load_all

CORPUS = Path(os.environ.get("CABLES_CORPUS", ROOT.parent / "shared" / "corpus"))
PAGES = CORPUS / "pages-2011-04.tar.xz"
ORIGINAL_ANCHOR = re.compile(r"<a id='(par[^']+)' href='#par[^']+'>")
ID = re.compile(r'\bid="([^"]+)"')


@pytest.mark.corpus
@pytest.mark.django_db
@pytest.mark.skipif(not PAGES.exists(), reason=f"the real cables are not at {CORPUS}")
def test_every_fragment_of_the_original_pages_lands_and_is_unique(client: Client) -> None:
    anchors = original_anchors()
    load_all(PAGES)
    wrong = []
    for cable in Cable.objects.filter(reference_id__in=anchors):
        for view in ("", "telegram/"):
            page = client.get(f"{cable.get_absolute_url()}{view}").content.decode()
            ids = ID.findall(page)
            missing = anchors[cable.reference_id] - set(ids)
            doubled = {one for one in ids if ids.count(one) > 1}
            if missing or doubled:
                wrong.append((cable.reference_id, view, missing, doubled))
    assert not wrong
    assert len(anchors) > 500


def original_anchors() -> dict[str, set[str]]:
    """Return the fragments of each page that has any, by reference ID."""
    found = {}
    with tarfile.open(PAGES) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file:
                anchors = set(ORIGINAL_ANCHOR.findall(file.read().decode()))
                if anchors:
                    found[Path(member.name).stem] = anchors
    return found
