"""Text files of other kinds."""

import pytest

from cables.sources import SourceCable
from tests.cables.sources.specimens import TELEGRAM, one_cable, one_rejection, read_text

MESSAGE = f"From: jane@example.org\nTo: list@example.org\nSubject: a cable\n\nHere:\n\n{TELEGRAM}"
QUOTED = "\n".join(f"> {line}" for line in TELEGRAM.split("\n"))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"From jane@example.org Thu Mar  6 15:30:00 2008\n{MESSAGE}", "an e-mail or a mailbox"),
        (f"{TELEGRAM}\n\nFrom joe@example.org Thu Mar  6 16:30:00 2008\nFrom: j", "a mailbox"),
        (MESSAGE, "an e-mail"),
        (f"From: Jane Doe\nSent: Thursday\nTo: Joe\nSubject: a cable\n\n{TELEGRAM}", "an e-mail"),
        (f"Jane wrote to jane@example.org:\n\n{TELEGRAM}", "an e-mail"),
        (f"Thanks!\n\n{QUOTED}\n", "an e-mail"),
        (f"From: <Saved by Blink>\nContent-Type: multipart/related\n\n{TELEGRAM}", "MHTML"),
        (
            f"CREATE TABLE cable (id int);\nINSERT INTO cable VALUES ('{TELEGRAM}');\n",
            "an SQL dump",
        ),
        (f"COPY public.cable (id, body) FROM stdin;\n1\t{TELEGRAM}\n", "an SQL dump"),
        (f"<?xml version='1.0'?>\n<cables><cable>{TELEGRAM}</cable></cables>", "an XML document"),
        (f"<cables>\n<cable>{TELEGRAM}</cable></cables>", "an XML document"),
        (f"<!DOCTYPE html><html><body><pre>{TELEGRAM}</pre>", "an HTML page"),
        (f"---\ntitle: A hedge\n---\n{TELEGRAM}", "a Markdown document"),
        (f"# A hedge\n\n{TELEGRAM}", "a Markdown document"),
        (f"{TELEGRAM}\nSee [the site](https://example.org).", "a Markdown document"),
    ],
)
def test_other_kinds_are_named_and_say_what_to_do(text: str, kind: str) -> None:
    rejection = one_rejection(text)

    assert kind in rejection.reason
    assert "ename the file" not in rejection.reason


@pytest.mark.parametrize(
    "text",
    [
        TELEGRAM,
        TELEGRAM.replace("It ends here.", "Write to jane.doe@example.org."),
        f"{TELEGRAM}\n> @@@\n",
        TELEGRAM.replace("It ends here.", "IT ENDS.\nCOPY EMBASSY (BERN); CREATE TABLES."),
        f"<<201778>>\n{TELEGRAM}",
        TELEGRAM.replace("It ends here.", "From: the garden\nTo: the hedge\nSubject: none"),
    ],
)
def test_a_telegram_is_read_whatever_it_mentions(text: str) -> None:
    assert one_cable(text).text == text


def test_the_addresses_of_a_mailbox_reach_no_cable() -> None:
    mailbox = f"From jane@example.org Thu Mar  6 15:30:00 2008\n{MESSAGE}\n\n{QUOTED}\n"

    assert not any(isinstance(result, SourceCable) for result in read_text(mailbox))
