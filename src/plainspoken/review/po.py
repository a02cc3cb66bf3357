"""A sheet as a Gettext PO file, codes as numbered tags in the text; `fuzzy` is what a person has still to read."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from plainspoken.errors import SourceError
from plainspoken.review.returned import Returned, ReturnedUnit
from plainspoken.review.sheet import Sheet, Unit, digest

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

_SOURCE_LANG, _COUNT = "X-Plainspoken-Source-Language", "X-Plainspoken-Sentences"
_DIGESTS = re.compile(r"digests: ([0-9a-f]{16}) ([0-9a-f]{16})")


def serialize(sheet: Sheet) -> bytes:
    """Return the sheet as PO: a message for each sentence, its id as context, what to know as comments."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(locale=None, project=sheet.name, charset="utf-8", header_comment="", fuzzy=False)
    for unit in sheet.units:
        _add(catalog, unit)
    out = io.BytesIO()
    write_po(out, catalog, width=0, omit_header=True, include_previous=True)
    return _header(sheet).encode() + out.getvalue()


def parse(content: bytes, where: str) -> Returned:
    """Return what came back in a PO file.

    Raises:
        SourceError: it is not PO.
    """
    from babel.messages.pofile import PoFileError, read_po

    try:
        catalog = read_po(io.BytesIO(content), abort_invalid=True, charset="utf-8")
    except (PoFileError, ValueError) as cause:
        raise SourceError(f"this is not a PO file ({cause})", where=where) from cause
    header = {name.lower(): value for name, value in catalog.mime_headers} | _own_header(content)
    units = tuple(_returned(message) for message in catalog if message.id and message.context)
    count = header.get(_COUNT.lower(), "")
    return Returned(
        header.get(_SOURCE_LANG.lower(), ""),
        header.get("language", ""),
        units,
        int(count) if count.isdecimal() else None,
    )


def _header(sheet: Sheet) -> str:
    lines = {
        "Project-Id-Version": sheet.name, "Language": sheet.target_lang.replace("-", "_"), "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit",
        _SOURCE_LANG: sheet.source_lang, _COUNT: str(len(sheet.units)),
    }  # fmt: skip
    return 'msgid ""\nmsgstr ""\n' + "".join(f'"{name}: {value}\\n"\n' for name, value in lines.items()) + "\n"


def _own_header(content: bytes) -> dict[str, str]:
    """Read the header fields that Babel doesn't hand on."""
    found = re.findall(rb'^"([A-Za-z-]+): (.*?)\\n"', content, re.MULTILINE)
    return {name.decode().lower(): value.decode("utf-8", "replace").replace("_", "-") for name, value in found}


def _add(catalog: Catalog, unit: Unit) -> None:
    known = [f"{note.kind}: {note.text}" for note in unit.notes]
    fuzzy = bool(unit.target) and (unit.machine or unit.old is not None or unit.state == "initial")
    catalog.add(
        unit.source, unit.target or "", context=unit.id, flags=["fuzzy"] if fuzzy else [],
        auto_comments=[*known, f"digests: {digest(unit.source)} {digest(unit.target)}"],
        previous_id=unit.old.pair.source if unit.old else "",
    )  # fmt: skip


def _returned(message: Message) -> ReturnedUnit:
    source, target = str(message.id), str(message.string or "")
    found = _DIGESTS.search("\n".join(message.auto_comments))
    state = "initial" if message.fuzzy or not target.strip() else "reviewed"
    return ReturnedUnit(
        message.context or "", source, target, "reviewed" if state == "reviewed" else "initial",
        found[1] if found else None, found[2] if found else None,
    )  # fmt: skip
