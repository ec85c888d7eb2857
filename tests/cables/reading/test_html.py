"""Annotations as HTML: links, abbreviations and marks, nested and across line breaks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cables.parser.reflow import make_blocks
from cables.parser.values import PageMark, Span
from cables.reading.annotations import NESTING_ORDER, Annotation, AnnotationKind
from cables.reading.html import render_block

BODY = """\
Jane Doe of the UN spoke for an hour at the opening and then to John
Roe & left the room before the others had taken their seats at last."""


def render(*annotations: Annotation, body: str = BODY) -> str:
    """Render a text of one block."""
    (block,) = make_blocks(body, Span(start=0, end=len(body)))
    return render_block(block, annotations)


def annotate(words: str, kind: AnnotationKind, body: str = BODY) -> Annotation:
    """Return an annotation of words in the text."""
    start = body.index(words)
    return Annotation(
        start=start, end=start + len(words), kind=kind, href="/person/x/", title="United Nations"
    )


def test_a_text_without_annotations_is_only_escaped() -> None:
    assert render() == BODY.replace("\n", " ").replace("&", "&amp;")


def test_a_name_across_a_line_break_is_one_link() -> None:
    assert '<a class="person" href="/person/x/">John Roe</a>' in render(
        annotate("John\nRoe", "person")
    )


def test_an_abbreviation_has_its_meaning_as_title() -> None:
    expected = '<abbr class="acronym" title="United Nations">UN</abbr>'
    assert expected in render(annotate("UN", "acronym"))


def test_a_mark_is_inside_the_link_that_it_overlaps() -> None:
    html = render(annotate("John\nRoe", "person"), annotate("Roe & left", "mark"))
    link = '<a class="person" href="/person/x/">John <mark>Roe</mark></a>'
    assert f"{link}<mark> &amp; left</mark> the room" in html


def test_a_page_mark_is_outside_of_links() -> None:
    body = (
        "We met at length, and then over a meal that went on, as Jane\n"
        "SPECIMEN 00000001  002 OF 003\n"
        "Doe at noon said that it would, and that there was no more to it."
    )
    start = body.index("SPEC")
    mark = PageMark(start=start, end=body.index("\nDoe"), page=2, pages=3, printed="page")
    (block,) = make_blocks(body, Span(start=0, end=len(body)), [mark])
    name = Annotation(
        start=body.index("Jane"), end=body.index(" at noon"), kind="person", href="/person/x/"
    )
    html = render_block(block, [name])
    assert html.count('<a class="person"') == html.count("</a>") == 2
    assert '</a> <span class="page-mark">page 2 of 3</span><a' in html


@given(
    st.lists(
        st.tuples(
            st.integers(0, len(BODY)),
            st.integers(0, len(BODY)),
            st.sampled_from(list(NESTING_ORDER)),
        )
    )
)
def test_elements_nest_and_the_text_stays_the_same(
    spans: list[tuple[int, int, AnnotationKind]],
) -> None:
    annotations = [Annotation(start=min(a, b), end=max(a, b), kind=kind) for a, b, kind in spans]
    html = render(*annotations)
    opened: list[str] = []
    for slash, name in re.findall(r"<(/?)(\w+)", html):
        if slash:
            assert opened.pop() == name
        else:
            opened.append(name)
    assert not opened
    assert re.sub(r"<[^>]*>", "", html) == render()


def test_a_repair_is_marked_and_says_what_is_printed() -> None:
    body = 'Jane Doe,s "hedge"'
    expected = 'Jane Doe<span class="repair" title="Printed: ,s">\'s</span> "hedge"'
    assert render(body=body) == expected
