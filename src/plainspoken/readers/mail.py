"""A message to a page: the release that it brings, without what mail programs and offices put round it."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from email.message import EmailMessage
from email.utils import parseaddr
from functools import partial

from lxml import html

from plainspoken.errors import SourceError
from plainspoken.findings import Finding, finding
from plainspoken.readers import docx, encoding, formats, markdown, shell, text
from plainspoken.readers.fetch import Page

_NOTE = 1200  # characters; a longer body is a release itself, not a covering note
_PREFIX = re.compile(
    r"^\s*(?:(?:re|fwd?|fw|aw|wg|tr|rv|sv|vs|i|r)\s*(?:\[\d+\])?:\s*|\[[^\]]{1,40}\]\s*|"
    r"(?:(?:press|media|news) (?:release|statement)|pressemitteilung|communiqué de presse|comunicado)\s*[:–—-]\s*)+",
    re.I,
)
# The fields of a forwarded message as mail programs name them: de, fr, es, pt, it, pl, nl, sv, no, da, tr, ru, uk.
_FIELDS = (
    "from|sent|date|to|cc|bcc|subject|reply-to|von|gesendet|datum|an|betreff|de|envoyé|à|objet|enviad[oa]( el)?|para|"
    "asunto|assunto|fecha|data|da|inviato|a|oggetto|od|wysłano|do|dw|temat|van|verzonden|aan|onderwerp|från|skickat|till|"
    "ämne|fra|sendt|dato|til|emne|kimden|gönderildi|tarih|kime|konu|от|отправлено|дата|кому|тема|від|надіслано"
)
_HEADER = re.compile(
    rf"\s*\*?({_FIELDS})\*?\s*:\*?\s.*",
    re.I,
)
_FORWARD = re.compile(
    r"[\s>]*(-{2,}\s*(forwarded message|original message|begin forwarded message|weitergeleitete nachricht|"
    r"ursprüngliche nachricht|message (transféré|d'origine)|mensaje (reenviado|original)|"
    r"mensagem (encaminhada|original)|messaggio (inoltrato|originale)|"
    r"(przekazana|oryginalna) wiadomość|wiadomość (oryginalna|przekazana)|"
    r"(doorgestuurd|oorspronkelijk) bericht|пересылаемое сообщение|исходное сообщение|"
    r"iletilen (mesaj|ileti)).*|begin forwarded message:.*|_{20,}\s*)",
    re.I,
)
_WROTE = re.compile(
    r"\s*(on .{6,120} wrote|am .{6,120} schrieb.{0,80}|le .{6,120} a écrit|el .{6,120} escribió|"
    r"em .{6,120} escreveu|il .{6,120} ha scritto|(dnia|w dniu) .{6,120} napisała?(\(a\))?|op .{6,120} schreef.{0,80}|"
    r"den .{6,120} skrev.{0,80})\s*:\s*",
    re.I,
)
_FOOTER = re.compile(
    r"\s*[*_]*((this|the information (contained )?in this) (e-?mail|message|communication)\b.{0,200}"
    r"(confidential|intended|privileged|virus|monitor)|"
    r"(confidentiality|legal) (notice|disclaimer)|disclaimer\s*:|if you (are not the intended recipient|have received "
    r"this (e-?mail|message) in error)|please consider the environment|(to )?unsubscribe\b|"
    r"you (are receiving|received) this|view (this )?(e-?mail )?in (your|a) browser|sent from my \w+|"
    r"diese e-?mail (enthält|ist)|"
    r"ce (message|courriel).{0,60}confidentiel|este (correo|mensaje).{0,80}confidencial)",
    re.I | re.S,
)
_GENERIC = re.compile(r"\W*((press|news|media) (release|statement)|statement|for (immediate )?release|news)\W*", re.I)
_QUOTED = re.compile(r"gmail_signature|moz-signature|moz-cite-prefix|yahoo_signature|divRplyFwdMsg|gmail_attr", re.I)


def read(content: bytes, where: str = "the message") -> Page:
    """Return a message as a page: its HTML, or else its text, or the document that it only sends along.

    Forwarded headers, quoted replies, signatures and confidentiality notices are left out; subject, sender and date are
    the page's title, author and time.

    Raises:
        SourceError: it has no text to read.
        EngineError: the release is a Word file, and mammoth is not installed.
    """
    message = _message(content)
    subject = _PREFIX.sub("", _header(message, "Subject"))
    body = _body(message, subject)
    length = _length(body.content) if body else 0
    attached = _attached(message) if length <= _NOTE else None
    if attached is not None:
        return _attachment(attached, length, body, where)
    if body is None:
        todo = "Give the release itself: the attached file, or its web page."
        raise SourceError("this message has no text", where=where, todo=todo)
    left = [_filename(part) for part in message.iter_attachments() if _is_document(part)]
    if left:
        detail = f"The message's text was read; not read: {', '.join(left)}."
        return replace(body, findings=(*body.findings, finding("mail-attachment", detail=detail)))
    return body


def _message(content: bytes) -> EmailMessage:
    parsed = email.message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n"), policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)  # what the default policy makes
    inner = [part for part in parsed.walk() if part.get_content_type() == "message/rfc822"]
    if inner and _noted(parsed) < _NOTE // 2:
        payload = inner[0].get_payload()
        found = payload[0] if isinstance(payload, list) and payload else None
        return found if isinstance(found, EmailMessage) else parsed
    return parsed


def _noted(message: EmailMessage) -> int:
    """Return how many characters a message says itself, what it forwards left out."""
    own = message.get_body(("plain", "html"))
    payload = own.get_payload(decode=True) if own is not None else None
    return len(re.sub(rb"<[^>]*>", b"", payload).strip()) if isinstance(payload, bytes) else 0


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, AttributeError, LookupError):  # the library's faults on malformed fields
        return ""


def _date(message: EmailMessage) -> str:
    try:
        date = getattr(message.get("Date"), "datetime", None)
    except (ValueError, TypeError, IndexError):
        return ""
    return date.isoformat() if isinstance(date, datetime) else ""


def _body(message: EmailMessage, subject: str) -> Page | None:
    rich = _part(message, "html")
    sender = parseaddr(_header(message, "From"))[0]
    title = "" if _GENERIC.fullmatch(subject) else subject
    if rich is not None and (found := _decoded(rich)).text.strip():
        made = shell.page(
            shell.headed(_trimmed(found.text), title, partial(_same, title=title) if title else shell.may_head),
            title=title, published=_date(message), author=sender,
        )  # fmt: skip
        return Page(made, charset="utf-8", findings=_guessed(found))
    words = _without_mail(_plain(message))
    if not words.strip():
        return None
    if formats.of_text(words) == "markdown":
        return Page(markdown.read(_fronted(words, title, _date(message), sender)), charset="utf-8")
    made = text.read(words, title=title, published=_date(message), author=sender)
    return Page(made, charset="utf-8")


def _fronted(words: str, title: str, date: str, author: str) -> str:
    """Say in front matter what the message says of itself, where its Markdown has none of its own."""
    if markdown.front_matter(words)[0]:
        return words
    fields = (("title", title), ("date", date), ("author", author))
    quoted = [f"{name}: '{value.replace(chr(39), chr(39) * 2)}'" for name, value in fields if value]
    return "\n".join(["---", *quoted, "---", "", words]) if quoted else words


def _same(line: str, title: str) -> bool:
    """Tell whether a line is the subject, or starts like it."""
    one, other = ("".join(filter(str.isalnum, words.casefold())) for words in (line, title))
    return bool(one) and (one == other or (len(one) > 15 and (other.startswith(one) or one.startswith(other[:40]))))


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    for part in message.walk():
        if part.get_content_type() == f"text/{kind}" and not part.is_attachment() and isinstance(part, EmailMessage):
            return part
    return None


def _decoded(part: EmailMessage) -> encoding.Decoded:
    payload = part.get_payload(decode=True)
    return encoding.decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())


def _guessed(found: encoding.Decoded) -> tuple[Finding, ...]:
    return encoding.findings(found)


def _plain(message: EmailMessage) -> str:
    part = _part(message, "plain")
    if part is None:
        return ""
    words = _decoded(part).text.replace("\r\n", "\n")
    if part.get_param("format") == "flowed":
        return _unflowed(words, str(part.get_param("delsp") or "").lower() == "yes")
    return words


def _unflowed(words: str, delete: bool) -> str:
    """Join the lines of `format=flowed`: one that ends with a space goes on (RFC 3676, 4.1)."""
    lines: list[str] = []
    open_line = False
    for line in words.split("\n"):
        line = line[1:] if line.startswith(" ") else line  # space-stuffing, RFC 3676, 4.4
        if open_line and not line.startswith(">"):
            lines[-1] = (lines[-1][:-1] if delete else lines[-1]) + line
        else:
            lines.append(line)
        open_line = line.endswith(" ") and line != "-- "
    return "\n".join(lines)


def _without_mail(words: str) -> str:
    """Take forwarded headers, quoted replies, signature and footers out of a plain message."""
    lines = words.split("\n")
    forwarded = next((at for at, line in enumerate(lines) if _FORWARD.fullmatch(line)), None)
    if forwarded is not None:
        lines = lines[forwarded + 1 :]
    if sum(line.startswith(">") for line in lines) * 2 > sum(bool(line.strip()) for line in lines):
        lines = [re.sub(r"^(> ?)+", "", line) for line in lines]  # the release itself is what is quoted
    while lines and (not lines[0].strip() or _HEADER.fullmatch(lines[0]) or _WROTE.fullmatch(lines[0])):
        lines.pop(0)
    signature = next((at for at, line in enumerate(lines) if line in ("-- ", "--")), len(lines))
    kept = [line for line in lines[:signature] if not line.startswith(">") and not _WROTE.fullmatch(line)]
    paragraphs = re.split(r"\n\s*\n", "\n".join(kept))
    return "\n\n".join(paragraph for paragraph in paragraphs if not _FOOTER.match(paragraph))


def _trimmed(page: str) -> str:
    """Take the same out of an HTML message."""
    root = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    found = root.find("body")
    body: html.HtmlElement = root if found is None else found
    for element in list(_quoted(body)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(body.iter("p", "div", "td", "li", "span", "font")):
        words = " ".join(" ".join(element.itertext()).split())  # a line break parts words too
        if element.getparent() is not None and len(words) < 2500 and _is_chrome(words):
            element.drop_tree()
    return str(html.tostring(body, encoding="unicode"))


def _quoted(body: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield signatures, and quoted mail where the message has words of its own."""
    whole = len(body.text_content())
    for element in body.iter():
        names = f"{element.get('class') or ''} {element.get('id') or ''}"
        if _QUOTED.search(names) or (_cites(element) and len(element.text_content()) * 2 < whole):
            yield element


def _cites(element: html.HtmlElement) -> bool:
    return element.tag == "blockquote" and bool({"cite", "gmail_quote"} & {element.get("type"), element.get("class")})


def _is_chrome(words: str) -> bool:
    if _FOOTER.match(words):
        return True
    short = len(words) < 400
    return short and bool(_FORWARD.fullmatch(words) or _WROTE.fullmatch(words) or _is_headers(words))


def _is_headers(words: str) -> bool:
    """Tell the block of a forwarded message's fields, in one line as its text is."""
    named = [found[0].lower() for found in re.findall(rf"(?:^|\s)\*?({_FIELDS})\*?\s?:", words, re.I)]
    return bool(_HEADER.match(words)) and len(set(named)) > 2


def _attached(message: EmailMessage) -> EmailMessage | None:
    """Return the document that a message brings; the first that can be read comes before one that can't."""
    parts = [part for part in message.iter_attachments() if isinstance(part, EmailMessage) and _is_document(part)]
    readable = [part for part in parts if not _payload(part).startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf"))]
    return next(iter([*readable, *parts]), None)


def _is_document(part: object) -> bool:
    if not isinstance(part, EmailMessage):
        return False
    start = _payload(part)[:8]
    if start.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        return True
    return part.get_content_type() in ("text/html", "text/markdown", "text/plain") and bool(part.get_filename())


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _filename(part: object) -> str:
    name = part.get_filename() if isinstance(part, EmailMessage) else None
    return " ".join(str(name or "an attachment without a name").split())[:100]


def _attachment(part: EmailMessage, length: int, body: Page | None, where: str) -> Page:
    """Read the attached document instead of the note it came with."""
    content, name = _payload(part), _filename(part)
    place = f"{where}, {name}"
    if length > 400 and body is not None and content.startswith((b"%PDF", b"\xd0\xcf\x11\xe0", b"{\\rtf")):
        detail = f"The message's text was read; not read: {name}."
        return replace(body, findings=(*body.findings, finding("mail-attachment", detail=detail)))
    formats.refuse_other(content, place)
    found = (finding("mail-attachment", detail=f"The message is a covering note; {name} was read instead."),)
    if formats.of_bytes(content) == "docx":
        return Page(docx.read(content, place), charset="utf-8", findings=found)
    decoded = _decoded(part)
    kind = formats.of_text(decoded.text, name)
    if kind == "html":
        return Page(content, charset=decoded.encoding, findings=found)
    made = markdown.read(decoded.text) if kind == "markdown" else text.read(decoded.text)
    return Page(made, charset="utf-8", findings=found)


def _length(page: bytes) -> int:
    root: html.HtmlElement = html.fromstring(page.decode())
    return len(" ".join(root.text_content().split()))
