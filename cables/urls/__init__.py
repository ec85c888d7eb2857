"""The room's addresses; each is a promise, and tests/test_addresses.py lists what each answers."""

from django.urls import include, path, re_path, register_converter

from cables.addresses.spellings import SPELLING
from cables.converters import KEY, ParagraphConverter, ReferenceIDConverter
from cables.views.cable import cable, telegram
from cables.views.cables import cables
from cables.views.front import front
from cables.views.help import help_page
from cables.views.moved import moved
from cables.views.open import open_page
from cables.views.paragraph import paragraph

register_converter(ReferenceIDConverter, "reference_id")
register_converter(ParagraphConverter, "paragraph")

ANY_SPELLING = rf"(?P<spelling>{SPELLING})"
PARAGRAPHS = rf"(?P<paragraph>{KEY}(?:-{KEY})?)"

urlpatterns = [
    path("", include("cables.urls.old")),  # first: no name of a post is a number, as theirs were
    path("", front, name="front"),
    path("", include("cables.urls.ways")),
    path("cables/", cables, name="cables"),
    path("cable/<reference_id:reference_id>/", cable, name="cable"),
    path("cable/<reference_id:reference_id>/telegram/", telegram, name="telegram"),
    path("cable/<reference_id:reference_id>/<paragraph:paragraph>/", paragraph, name="paragraph"),
    path("open/", open_page, name="open"),
    path("", include("cables.urls.people")),
    path("help/", help_page, name="help"),
    path("", include("cables.urls.programs")),
    # Other spellings.
    re_path(rf"^(?:cable/)?{ANY_SPELLING}(?:\.html)?/?$", moved),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}/(?P<telegram>telegram)/?$", moved),
    re_path(rf"^(?:cable/)?{ANY_SPELLING}/{PARAGRAPHS}/?$", moved),
]
