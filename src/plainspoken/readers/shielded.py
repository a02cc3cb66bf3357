"""E-mail addresses that a page hides from robots, made readable again."""

from __future__ import annotations

import re

from lxml import html

# Cloudflare's e-mail protection: hexadecimal, the first byte is combined (XOR) with each of the others.
_LINK = re.compile(r"/cdn-cgi/l/email-protection#([0-9a-f]{6,400})", re.I)
_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")


def reveal(root: html.HtmlElement) -> None:
    """Put the addresses that a page's script would show into the page itself."""
    for element in root.iter("a", "span"):
        href = element.get("href") or ""
        hidden = _LINK.search(href) if "#" in href else None
        if hidden and (address := decode(hidden.group(1))):
            element.set("href", f"mailto:{address}")
        code = element.get("data-cfemail")
        if code and (address := decode(code)):
            _say(element, address)


def decode(code: str) -> str | None:
    """Return the address that a code stands for; None if it stands for none.

    >>> decode("422c273531022d30256c2731")
    'news@org.es'
    """
    try:
        key, *letters = bytes.fromhex(code.partition("?")[0])
        found = bytes(letter ^ key for letter in letters).decode()
    except ValueError:
        return None
    address = found.partition("?")[0]
    return address if _ADDRESS.fullmatch(address) else None


def _say(element: html.HtmlElement, address: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = address
    if element.tag == "a":
        element.set("href", f"mailto:{address}")
