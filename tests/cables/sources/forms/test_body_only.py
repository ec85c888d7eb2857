"""A body in a block and nothing else."""

from datetime import UTC, datetime

from tests.cables.sources.specimens import BODY, one_cable, one_rejection


def test_a_body_takes_its_id_from_the_name_of_its_file() -> None:
    block = BODY.replace("¶1.", "<a id='par1' href='#par1'>¶</a>1.")
    cable = one_cable(f"<code><pre>{block}</pre></code>\n", name="09SPECIMEN1")

    assert cable.reference_id == "09SPECIMEN1"
    assert cable.text == BODY
    assert (cable.form, cable.created) == ("body only", None)


def test_a_record_in_the_body_may_state_the_id() -> None:
    record = "id: 1\ndate: 1/31/2009 17:45\nrefid: 09SPECIMEN2\norigin: Embassy Bern\n"
    more = "classification: SECRET\ndestination: 08SPECIMEN12\nheader:\n"
    cable = one_cable(f"<code><pre>{record}{more}{BODY}</pre></code>", name="x.txt")

    assert cable.reference_id == "09SPECIMEN2"
    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)


def test_a_body_without_an_id_is_rejected() -> None:
    rejection = one_rejection(f"<code><pre>{BODY}</pre></code>", name="x.txt")

    assert "does not state its reference ID" in rejection.reason


def test_a_block_without_an_end_is_rejected_with_its_line() -> None:
    rejection = one_rejection(f"\n<code><pre>{BODY}")

    assert rejection.line == 2
    assert "does not end" in rejection.reason
