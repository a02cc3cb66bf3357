"""E-mail: the release that a message brings, without what mail programs and offices put round it."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from plainspoken.errors import SourceError
from plainspoken.model import Release
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source
from tests.readers import documents as word

LEAD = "The bridge in Weston is closed until 3 May because of flood damage, the council said on Monday."
FERRY = "The ferry is free for everyone while the bridge is closed, and it runs every ten minutes."
FOOTER = "This e-mail is confidential and intended only for the person it is addressed to."


def message(
    text: str = "", html: str = "", subject: str = "Fwd: Press release: Bridge closed – ferry free"
) -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Weston Press Office <press@weston.example>"
    made["To"] = "news@paper.example"
    made["Subject"] = subject
    made["Date"] = "Tue, 12 Mar 2024 09:30:00 +0000"
    made.set_content(text)
    if html:
        made.add_alternative(html, subtype="html")
    return made


def parse(made: EmailMessage) -> Release:
    return read(open_source(made.as_bytes()), lang="en")


def blocks(release: Release) -> list[str]:
    return [block.text for block in release.blocks()]


EXPECTED = ["Bridge closed – ferry free", LEAD, FERRY]


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\n{FERRY}\n\n-- \nJoe Bloggs\nPress Office\n",
        f"{LEAD}\n\n{FERRY}\n\n{FOOTER}\n",
        "Hello\n\n---------- Forwarded message ---------\nFrom: A <a@b.example>\nDate: Monday\nSubject: x\n\n"
        f"{LEAD}\n\n{FERRY}\n",
        f"{LEAD}\n\n{FERRY}\n\nOn Mon, 11 Mar 2024, Ann wrote:\n> When will it open?\n",
    ],
    ids=["signature", "footer", "forwarded", "reply"],
)
def test_plain_message(text: str) -> None:
    """Subject and date are the release's; signature, footer, forwarded header and quoted mail are not read."""
    release = parse(message(text))
    assert blocks(release) == EXPECTED
    assert release.published == "2024-03-12T09:30:00+00:00"


def test_html_is_preferred() -> None:
    """Of two forms of the same text the one with structure is read, without its signature and footer."""
    html = (
        f"<p>{LEAD}</p><h2>Ferry</h2><p>{FERRY}</p><div class=gmail_signature>Joe Bloggs</div><p>{FOOTER}</p>"
        "<blockquote type=cite><p>When will it open?</p></blockquote>"
    )
    assert blocks(parse(message("Only text.", html))) == ["Bridge closed – ferry free", LEAD, "Ferry", FERRY]


def test_flowed_lines() -> None:
    """Lines of `format=flowed` that end with a space go on (RFC 3676)."""
    raw = (
        b"From: a@b.example\r\nSubject: =?utf-8?q?Caf=C3=A9_closed_until_May?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: text/plain; charset="utf-8"; format=flowed\r\n'
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"The caf=C3=A9 in Weston is closed until May =\r\n\r\nbecause of flood damage.\r\n"
    )
    assert blocks(read(open_source(raw))) == [
        "Café closed until May",
        "The café in Weston is closed until May because of flood damage.",
    ]


def test_attached_release() -> None:
    """Where the message is a covering note, the attached document is read, and a finding says so."""
    made = message("Dear all, please find our release attached. Best wishes, Joe")
    body = "".join((word.paragraph("Bridge closed until May", "Title"), word.paragraph(LEAD), word.paragraph(FERRY)))
    made.add_attachment(
        word.docx(body, styles=word.styles()), maintype="application", subtype="octet-stream", filename="release.docx"
    )
    release = parse(made)
    assert blocks(release) == ["Bridge closed until May", LEAD, FERRY]
    assert release.findings[0].code == "mail-attachment"
    assert "release.docx" in release.findings[0].message


def test_attached_pdf_is_refused() -> None:
    """A covering note is no release: where its document can't be read, the message says which it is."""
    made = message("Dear all, please find our release attached.")
    made.add_attachment(b"%PDF-1.7 x", maintype="application", subtype="pdf", filename="release.pdf")
    with pytest.raises(SourceError, match="a PDF") as caught:
        parse(made)
    assert "release.pdf" in caught.value.where


def test_message_without_text() -> None:
    """A message with nothing in it says so."""
    with pytest.raises(SourceError, match="no text"):
        parse(message(""))


@pytest.mark.parametrize(
    "fields",
    [
        "Von: A <a@b.example>\nGesendet: Montag\nAn: B\nBetreff: x",
        "De : A <a@b.example>\nEnvoyé : lundi\nÀ : B\nObjet : x",
        "Od: A <a@b.example>\nWysłano: poniedziałek\nDo: B\nTemat: x",
        "Da: A <a@b.example>\nInviato: lunedì\nA: B\nOggetto: x",
        "От: A <a@b.example>\nДата: понедельник\nКому: B\nТема: x",
    ],
    ids=["de", "fr", "pl", "it", "ru"],
)
def test_forwarded_in_other_languages(fields: str) -> None:
    """The fields of a forwarded message are not read, whatever language its program speaks, in text or in HTML."""
    assert blocks(parse(message(f"{fields}\n\n{LEAD}\n\n{FERRY}\n"))) == EXPECTED
    rich = f"<div>{fields.replace(chr(10), '<br>')}</div><p>{LEAD}</p><p>{FERRY}</p>"
    assert blocks(parse(message("x", rich))) == EXPECTED


def test_markdown_message() -> None:
    """A message in Markdown has its subject and its time too."""
    release = parse(message(f"{LEAD}\n\n## What to do\n\n{FERRY} See [the map](https://town.example/map).\n"))
    assert (release.headline, release.published) == (EXPECTED[0], "2024-03-12T09:30:00+00:00")


def test_message_in_a_message() -> None:
    """Of a message that is attached to a short note, the attached one is read, its subject and time included."""
    inner = message(f"{LEAD}\n\n{FERRY}\n")
    outer = message("Please see below.\n\nAnn\n", subject="For you")
    outer.add_attachment(inner)
    assert blocks(parse(outer)) == EXPECTED
