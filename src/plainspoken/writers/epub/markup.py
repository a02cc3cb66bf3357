"""XML from templates: what a page may hold and XML may not is left out."""

from __future__ import annotations

import re

from markupsafe import Markup

from plainspoken.writers.frame import fragment

_SVG = "http://www.w3.org/2000/svg"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_IMAGE = re.compile('<img((?: [a-z]+="[^"]*")*)>')  # as we write it: values are escaped, and stand in double quotes


def xml(template: str, **values: object) -> bytes:
    """Return a file of a book from its template, values escaped, without the characters that XML can't hold."""
    return _ILLEGAL.sub("", str(fragment(f"epub/{template}", **values))).encode()


def xhtml(markup: Markup) -> Markup:
    """Return HTML that this package wrote as XHTML: of all it writes, three elements need another form."""
    closed = _IMAGE.sub(r"<img\1/>", str(markup).replace("<br>", "<br/>"))
    return Markup(closed.replace("<svg ", f'<svg xmlns="{_SVG}" '))  # noqa: S704
