"""The frame of every page: head, policy, style, script, quick exit."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from plainspoken import lang
from plainspoken.brand import NOBODY, Brand
from plainspoken.writers.say import Say

EXIT = "https://www.bbc.co.uk/weather"  # a page that anyone may be looking at, as GOV.UK's exit component takes it


@dataclass(frozen=True, slots=True)
class Link:
    """A way to another page: its address, its language, the name of that language in itself."""

    href: str
    lang: str
    name: str = ""
    here: bool = False

    @property
    def dir(self) -> str:
        """The direction of the language."""
        return lang.direction(self.lang)


@dataclass(frozen=True, slots=True)
class Beside:
    """What belongs to a page and stands beside it: how it belongs, its address, its media type."""

    rel: str
    href: str
    type: str


@dataclass(frozen=True, slots=True)
class Search:
    """What a page's search looks in: the words of each row, and how what is asked for is folded to be compared."""

    rows: Sequence[str]
    same: Mapping[str, str]
    signs: str
    unspaced: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page needs, whatever it shows.

    Attributes:
        title: the page's title, plain text.
        description: a sentence or two on the page, plain text.
        safety: whether the page carries the quick exit.
        alternates: the same page in each language, itself among them.
        times: for each sentence, its words: first and last character, begin and end in milliseconds.
        asides: when announcements between sentences begin, in milliseconds.
        brand: whose page it is.
        beside: the feed and the like.
        search: what the search of a list looks in; None for a page without one.
    """

    title: str
    description: str = ""
    safety: bool = False
    alternates: Sequence[Link] = ()
    times: Mapping[str, Sequence[Sequence[int]]] | None = None
    asides: Sequence[int] = ()
    brand: Brand = NOBODY
    beside: Sequence[Beside] = ()
    search: Search | None = None


def write_page(template: str, frame: Frame, say: Say, **values: object) -> str:
    """Return a page of the template, its own values beside those of the frame."""
    style, code, data = _style(frame.brand), _asset("reader.js"), _data(frame, say)
    if frame.search:
        style, code = f"{style}\n{_asset('site.css')}", f"{code}\n{_asset('site.js')}"
    return (
        _templates()
        .get_template(template)
        .render(
            lang=say.tag,
            dir=lang.direction(say.tag),
            script=f"{lang.script(say.tag)} {'spaced' if lang.script(say.tag) in _SPACED else 'joined'}",
            say=say,
            ui=say.attributes,
            title=frame.title,
            description=frame.description,
            brand=frame.brand,
            alternates=frame.alternates,
            beside=frame.beside,
            exit=EXIT if frame.safety else None,
            policy=_policy(style, code, data),
            style=Markup(style),  # noqa: S704 - our own file
            code=Markup(code),  # noqa: S704 - our own file
            data=data,
            **values,
        )
    )


def fragment(template: str, **values: object) -> Markup:
    """Return a part of a page."""
    return Markup(_templates().get_template(template).render(**values))  # noqa: S704 - escaped by the template


def paper(template: str, say: Say, **values: object) -> str:
    """Return a page that is made for paper: nothing on it runs."""
    style = Markup(_asset("paper.css"))  # noqa: S704 - our own file
    frame = {"lang": say.tag, "dir": lang.direction(say.tag), "say": say, "ui": say.attributes, "style": style}
    return _templates().get_template(template).render(**frame, **values)


def _style(brand: Brand) -> str:
    return _asset("reader.css") + (brand.accent.style if brand.accent else "")


# Letters of these scripts may be set apart; in Arabic and the Indic scripts that would break words.
_SPACED = frozenset({"Latn", "Cyrl", "Grek", "Armn", "Geor", "Hebr"})


def _data(frame: Frame, say: Say) -> Markup:
    said = {
        "playing": say.plain("Playing"),
        "paused": say.plain("Paused"),
        "size": say.plain("Text size: %(percent)s", percent="{}"),
    }
    if frame.safety:
        said |= {
            "two": say.plain("Press Shift two more times to leave this page."),
            "one": say.plain("Press Shift one more time to leave this page."),
            "leaving": say.plain("Leaving this page"),
        }
    percent = say.percent(1)
    tree: dict[str, object] = {
        "words": said,
        "percent": percent if "100" in percent else "100%",
        "times": frame.times or {},
        "asides": list(frame.asides),
    }
    if frame.search:
        tree["search"] = {**asdict(frame.search), "found": say.plain("Found: %(count)s", count="{}")}
    text = json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704


def _policy(style: str, code: str, data: str) -> str:
    """Return a policy that lets the page load nothing but its own sound, and run and look like nothing but itself.

    Style, script and its values stand in the page and are allowed by their digests (CSP 3, 2.3.1); `file:` is for a
    pack opened from a folder, whose files have no origin that `'self'` could name.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(code)}' '{_digest(data)}'",
            f"style-src '{_digest(style)}'",
            "img-src data:",
            "media-src 'self' file:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@lru_cache(maxsize=4)
def _asset(name: str) -> str:
    return (files("plainspoken.writers") / "templates" / name).read_text("utf-8").strip()


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("plainspoken.writers"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
