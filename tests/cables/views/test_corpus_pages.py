"""The pages of the real cables: every fragment of the original has a target, and each is unique."""

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
def test_every_fragment_of_the_original_pages_has_one_target(client: Client) -> None:
    anchors = original_anchors()
    load_all(PAGES)
    wrong = []
    for cable in Cable.objects.filter(reference_id__in=anchors):
        for view in ("", "telegram/"):
            page = client.get(f"{cable.get_absolute_url()}{view}").content.decode()
            ids = ID.findall(page)
            missing = anchors[cable.reference_id] - set(ids)
            repeated = {target for target in ids if ids.count(target) > 1}
            if missing or repeated:
                wrong.append((cable.reference_id, view, missing, repeated))
    assert not wrong
    assert len(anchors) > 500


def original_anchors() -> dict[str, set[str]]:
    """Return the fragments of each page that has any, by reference ID."""
    anchors_by_id = {}
    with tarfile.open(PAGES) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file:
                anchors = set(ORIGINAL_ANCHOR.findall(file.read().decode()))
                if anchors:
                    anchors_by_id[Path(member.name).stem] = anchors
    return anchors_by_id
