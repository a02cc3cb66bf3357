"""Addresses: which links and pictures of a page may go on, and in what form."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit, urlunsplit

_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_MAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+")
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_[ce]id|"
    r"_hs\w+|hsCtaTracking|mkt_tok|oly_(enc|anon)_id|vero_\w+|wt_?mc|wt_zmc|at_(campaign|medium|custom\d)|cmpid|icid|"
    r"_ga|_gl|_openstat|ref_src|spm|WT\.\w+|pk_(campaign|kwd|source|medium)|mtm_\w+|piwik_\w+|ns_(campaign|mchannel|"
    r"source|linkname)|srsltid|s_cid|__twitter_impression",
    re.I,
)

# Addresses that only count the click and lead on to the one in their query: host, path, name of the query's part.
_WRAPPERS = (
    (re.compile(r"(www\.)?google\.[a-z.]{2,6}"), "/url", ("q", "url")),
    (re.compile(r"([\w-]+\.)?safelinks\.protection\.outlook\.com"), "/", ("url",)),
    (re.compile(r"(l|lm|www)\.(facebook|instagram)\.com"), "/l.php", ("u",)),
    (re.compile(r"l\.instagram\.com"), "/", ("u",)),
    (re.compile(r"(www\.)?youtube\.com"), "/redirect", ("q",)),
    (re.compile(r"(www\.)?linkedin\.com"), "/redir/", ("url",)),
    (re.compile(r"out\.reddit\.com"), "/", ("url",)),
    (re.compile(r"slack-redir\.net"), "/link", ("url",)),
    (re.compile(r"(www\.)?bing\.com"), "/aclick", ("u",)),
)
_WRAPPED = 3  # wrappers inside one another that are opened

# The letters of a telephone's keys (ITU-T E.161): 1-800-HELP is 1-800-4357.
_KEYS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_VANITY = re.compile(r"[+(]*\d[\d\s().-]{2,}[\s-][A-Za-z][A-Za-z-]{2,9}$")


@dataclass(frozen=True, slots=True)
class Link:
    """What became of a link: the address that goes on, or why none does.

    An `href` of None with an empty `refused` is a link to nowhere, or to a place on the page itself, such as `#top`:
    a pack has no such place.
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
    found = _SCHEME.match(bare)
    scheme = found.group(1).lower() if found else ""
    try:
        if not bare or _is_here(bare, base):
            return Link(None)
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


def _is_here(address: str, base: str) -> bool:
    """Tell whether an address is a place on the page itself."""
    if address.startswith("#"):
        return True
    return "#" in address and bool(base) and urljoin(base, address).partition("#")[0] == base.partition("#")[0]


def _within(path: str) -> str:
    """Keep a relative path inside its folder: no step leads up and out."""
    rooted = path.startswith("/")
    inside = posixpath.normpath("/" + unquote(path)).lstrip("/")
    return ("/" if rooted else "") + quote(inside, safe="/:@!$&'()*+,;=~-._")


def _web(target: str, base: str) -> Link:
    parts = urlsplit(_unwrapped(urljoin(base, target)))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return Link(None, "incomplete")
    if parts.username is not None or parts.password is not None:
        return Link(None, "user name in the address")
    _ = parts.port
    fragment = "" if _TRACKING.match(parts.fragment) else parts.fragment
    return Link(_escaped(urlunsplit(parts._replace(query=_untracked(parts.query), fragment=fragment))))


def _unwrapped(address: str) -> str:
    """Return the address that a chain of click counters leads to in the end."""
    for _ in range(_WRAPPED):
        inner = _inside(address)
        if inner is None:
            break
        address = inner
    return address


def _inside(address: str) -> str | None:
    parts = urlsplit(address)
    for host, path, names in _WRAPPERS:
        if host.fullmatch(parts.hostname or "") and parts.path.startswith(path):
            query = parse_qs(parts.query)
            found = next((query[name][0] for name in names if name in query), "")
            return found if found.lower().startswith(("http://", "https://")) else None
    return None


def _untracked(query: str) -> str:
    """Leave out the parts of a query that only follow the reader; the others stay as they are, letter by letter."""
    if not _TRACKING.search(query):
        return query
    parts = re.split(r"&(?:amp;)?", query)
    return "&".join(part for part in parts if not _TRACKING.fullmatch(unquote(part.split("=")[0])))


def _escaped(url: str) -> str:
    return re.sub(r"[\x00-\x20\"<>\\^`{|}\x7f]", lambda found: quote(found.group()), url)


def _mail(target: str) -> Link:
    """Keep the addressee alone: `cc`, `bcc` and `body` can send a reader's words to others."""
    addressee = unquote(target[7:].split("?")[0])
    return Link(f"mailto:{addressee}") if _MAIL.fullmatch(addressee) else Link(None, "" if not addressee else "mailto")


def _telephone(target: str, words: str) -> Link:
    """Write a number as RFC 3966 does; one that is missing or damaged is taken from the words it stands under."""
    number, _, rest = unquote(target[4:]).partition(";")
    dialled = _dialled(number) or _dialled(words)
    digits = re.sub(r"\D", "", dialled)
    shown = re.sub(r"\D", "", _spelled(_undoubled(words)))
    if not digits:
        return Link(None, "tel")
    if len(shown) >= 3 and not _same_number(digits, shown):
        return Link(None, "tel: it dials another number than it shows")
    extension = re.match(r"ext=(\d{1,8})$", rest)
    return Link(f"tel:{dialled}" + (f";ext={extension.group(1)}" if extension else ""))


def _dialled(text: str) -> str:
    """Return what the keys of a telephone would be pressed for; the empty string for words that are no number."""
    number = re.sub(r"[^\d+*#]", "", _spelled(_undoubled(text)))
    return number[:1] + number[1:].replace("+", "")


def _spelled(text: str) -> str:
    """Return a number with the words in it as digits."""
    return text.upper().translate(_KEYS) if _VANITY.match(text) else text


def _undoubled(text: str) -> str:
    """Leave out the trunk prefix that stands beside a country code: +44 (0)1632 is +44 1632."""
    return re.sub(r"(\+\s*\d{1,3}[\s.-]*)\(0\)", r"\1", text)


def _same_number(dialled: str, shown: str) -> bool:
    """Compare without trunk prefix and country code: 0808 2000 247 is +44 808 2000 247."""
    one, other = dialled.lstrip("0"), shown.lstrip("0")
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 6 and (long.endswith(short) or short in long))
