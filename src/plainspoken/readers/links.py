"""Addresses: which links and pictures of a page may go on, and in what form."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|_hs\w+|mkt_tok|"
    r"oly_(enc|anon)_id|vero_\w+|wt_?mc|at_(campaign|medium|custom\d)|cmpid|icid|_ga|_gl|ref_src|spm|WT\.\w+",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Link:
    """What became of a link: the address that goes on, or why none does.

    An `href` of None with an empty `refused` is a link to nowhere, such as `#`.
    """

    href: str | None
    refused: str = ""


def base_of(page_url: str, declared: str | None) -> str:
    """Return the address that relative ones are resolved against.

    A `<base>` counts only if it is http(s) and stays on the page's own host: anything else lets one injected tag
    send every link of the page elsewhere.
    """
    page = page_url if page_url.lower().startswith(("http://", "https://")) else ""
    if not declared:
        return page
    base = urljoin(page, _IGNORED.sub("", declared))
    if not base.lower().startswith(("http://", "https://")):
        return page
    return base if not page or urlsplit(base).hostname == urlsplit(page).hostname else page


def link(href: str, words: str, base: str) -> Link:
    """Return a link's address made absolute, without tracking; only http, https, mailto and tel go on.

    Args:
        href: the address as the page has it.
        words: the words of the link: a telephone link must lead to the number it shows.
        base: the page's address; the empty string where it is not known.
    """
    target = href.strip(" \t\r\n\x0c")
    bare = _IGNORED.sub("", target)
    if not bare or bare == "#":
        return Link(None)
    found = _SCHEME.match(bare)
    scheme = found.group(1).lower() if found else ""
    try:
        if scheme == "tel":
            return _telephone(bare, words)
        if scheme == "mailto":
            return _mail(bare)
        if scheme not in ("", "http", "https"):
            return Link(None, scheme)
        return _web(target if scheme else target.replace("\n", "").replace("\t", ""), base)
    except ValueError:
        return Link(None, "malformed")


def picture(src: str, base: str) -> str | None:
    """Return a picture's address: http(s), or relative where the page's address is not known; else None."""
    bare = _IGNORED.sub("", src) if _SCHEME.match(_IGNORED.sub("", src)) else src.strip()
    scheme = _SCHEME.match(bare)
    if not bare or (scheme and scheme.group(1).lower() not in ("http", "https")) or "\\" in bare:
        return None
    try:
        joined = urljoin(base, bare) if base else bare
        parts = urlsplit(joined)
    except ValueError:
        return None
    if base or scheme or bare.startswith("//"):
        return urlunsplit(parts) if parts.scheme in ("http", "https") and parts.hostname else None
    return _within(parts.path) + (f"?{parts.query}" if parts.query else "")


def web_address(text: str | None) -> str | None:
    """Return `text` if it is an absolute http(s) address without credentials; else None."""
    found = link(text or "", "", "")
    return found.href if found.href and found.href.startswith("http") else None


def _within(path: str) -> str:
    """Keep a relative path inside its folder: no step leads up and out."""
    rooted = path.startswith("/")
    inside = posixpath.normpath("/" + unquote(path)).lstrip("/")
    return ("/" if rooted else "") + quote(inside, safe="/:@!$&'()*+,;=~-._")


def _web(target: str, base: str) -> Link:
    joined = urljoin(base, target)
    parts = urlsplit(joined)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return Link(None, "" if target.startswith("#") else "incomplete")
    if parts.username is not None or parts.password is not None:
        return Link(None, "user name in the address")
    _ = parts.port
    return Link(_escaped(urlunsplit(parts._replace(query=_untracked(parts.query)))))


def _untracked(query: str) -> str:
    if not _TRACKING.search(query):
        return query
    kept = [(key, value) for key, value in parse_qsl(query, keep_blank_values=True) if not _TRACKING.fullmatch(key)]
    return urlencode(kept)


def _escaped(url: str) -> str:
    return re.sub(r"[\x00-\x20\"<>\\^`{|}\x7f]", lambda found: quote(found.group()), url)


def _mail(target: str) -> Link:
    """Keep the addressee alone: `cc`, `bcc` and `body` can send a reader's words to others."""
    addressee = unquote(target[7:].split("?")[0])
    return Link(f"mailto:{addressee}") if _MAIL.fullmatch(addressee) else Link(None, "" if not addressee else "mailto")


def _telephone(target: str, words: str) -> Link:
    number = re.sub(r"[^\d+*#]", "", unquote(target[4:]).split(";")[0])
    shown = "".join(re.findall(r"\d", words))
    dialled = re.sub(r"\D", "", number)
    if not dialled:
        return Link(None, "tel")
    if len(shown) >= 3 and not _same_number(dialled, shown):
        return Link(None, "tel: it dials another number than it shows")
    return Link(f"tel:{number}")


def _same_number(dialled: str, shown: str) -> bool:
    """Compare without trunk prefix and country code: 0808 2000 247 is +44 808 2000 247."""
    one, other = dialled.lstrip("0"), shown.lstrip("0")
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 6 and (long.endswith(short) or short in long))
