"""A brand read from its file: TOML, with colours that everyone can see and a logo that does nothing."""

from __future__ import annotations

import tomllib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from plainspoken import lang
from plainspoken.brand.contrast import TEXT, canonical, least, nearest, on
from plainspoken.errors import SourceError, UsageError
from plainspoken.pictures import photo, raster, vector

# What the accent stands on in `writers/templates/reader.css`: paper, raised, care, help; a test holds them together.
LIGHT = ("#fdfcf9", "#f5f2ea", "#fff6e0", "#eaf3f2")
DARK = ("#16181a", "#1f2225", "#2b2618", "#1b2a2c")
_KEYS = frozenset({"name", "lang", "home", "accent", "accent-dark", "logo", "licence", "licence-url"})
_LARGEST_FILE = 100_000  # bytes
_LARGEST_LOGO = 100_000  # bytes: every page carries it


@dataclass(frozen=True, slots=True)
class Accent:
    """The one colour of a page's links and buttons, on light and on dark paper, as `#rrggbb`."""

    light: str
    dark: str

    @property
    def style(self) -> str:
        """The rules that set it on screens; a reader's high contrast, and paper, keep colours of their own."""
        light = f"--accent:{self.light};--on-accent:{on(self.light)};--help:var(--raised)"
        dark = f"--accent:{self.dark};--on-accent:{on(self.dark)};--help:var(--raised)"
        return (
            f"@media screen{{:root{{{light}}}:root[data-theme=dark]{{{dark}}}}}"
            "@media screen and (prefers-color-scheme:dark) and (not (prefers-contrast:more))"
            f"{{:root[data-theme=auto]{{{dark}}}}}"
        )


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo made harmless: its media type and the file itself."""

    kind: str
    content: bytes

    @property
    def address(self) -> str:
        """The logo as a `data:` address (RFC 2397): a page carries it, nothing is loaded."""
        return f"data:{self.kind};base64,{b64encode(self.content).decode()}"


@dataclass(frozen=True, slots=True)
class Brand:
    """How an organisation looks on its pages.

    Attributes:
        name: what it is called; None where the release's publisher is to be named.
        lang: the language of the name and the licence.
        home: the address of its site.
        accent: its colour; ours if None.
        logo: its logo.
        licence: under which licence the pages may be used.
        licence_url: where that licence stands.
    """

    name: str | None = None
    lang: str = "en"
    home: str | None = None
    accent: Accent | None = None
    logo: Logo | None = None
    licence: str | None = None
    licence_url: str | None = None

    @property
    def dir(self) -> str:
        """The direction of its name."""
        return lang.direction(self.lang)

    @classmethod
    def read(cls, path: Path | str) -> Brand:
        """Return the brand in a TOML file.

        Its keys are `name`, `lang`, `home`, `accent`, `accent-dark`, `logo` (a file beside it: SVG, PNG or JPEG),
        `licence` and `licence-url`. Without `accent-dark` the accent is lightened until it is seen on dark paper.

        Raises:
            SourceError: the file can't be read; a colour has too little contrast (the nearest that has enough is
                named); the logo can't be taken; an address is none.
        """
        where = Path(path)
        tree = _tree(where)
        return cls(
            name=tree.get("name"),
            lang=_lang(tree.get("lang", "en"), where),
            home=_address(tree, "home", where),
            accent=_accent(tree, where),
            logo=_logo(tree, where),
            licence=tree.get("licence"),
            licence_url=_address(tree, "licence-url", where),
        )


NOBODY = Brand()


def _tree(path: Path) -> Mapping[str, str]:
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise SourceError("the brand's file is too large", where=str(path))
        tree = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as cause:
        raise SourceError("the brand's file can't be read", where=str(path)) from cause
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as cause:
        raise SourceError(f"the brand's file is no TOML: {cause}", where=str(path)) from cause
    if unknown := sorted(tree.keys() - _KEYS):
        raise SourceError(
            f"there is no such key as {unknown[0]!r}", where=str(path), todo=f"Keys are {', '.join(sorted(_KEYS))}."
        )
    for key, value in tree.items():
        if not isinstance(value, str) or not value.strip():
            raise SourceError(f"{key} is to be a text", where=str(path), todo=f'Write {key} = "…", or leave it out.')
    if "name" not in tree and {"logo", "home"} & tree.keys():
        raise SourceError("a logo or a home page needs a name", where=str(path), todo='Add name = "…".')
    return {key: " ".join(value.split()) for key, value in tree.items()}


def _lang(tag: str, path: Path) -> str:
    try:
        return lang.canonical(tag)
    except UsageError as cause:
        raise SourceError(f"{tag!r} is no language", where=f"{path}, lang", todo="Write it as en or cy.") from cause


def _address(tree: Mapping[str, str], key: str, path: Path) -> str | None:
    address = tree.get(key)
    if address is None:
        return None
    try:
        split = urlsplit(address)
        good = split.scheme in ("https", "http") and split.hostname and not split.username
    except ValueError:
        good = False
    if not good or any(one in address for one in " \"'<>"):
        raise SourceError(
            f"{address!r} is no web address", where=f"{path}, {key}", todo="Write it as https://site.example/."
        )
    return address


def _accent(tree: Mapping[str, str], path: Path) -> Accent | None:
    if "accent" not in tree:
        if "accent-dark" in tree:
            raise SourceError("there is no accent for light paper", where=str(path), todo="Add accent.")
        return None
    light = _colour(tree["accent"], f"{path}, accent")
    _refuse_faint(light, LIGHT, "light", f"{path}, accent")
    if "accent-dark" not in tree:
        return Accent(light, nearest(light, DARK) or "#ffffff")
    dark = _colour(tree["accent-dark"], f"{path}, accent-dark")
    _refuse_faint(dark, DARK, "dark", f"{path}, accent-dark")
    return Accent(light, dark)


def _colour(text: str, where: str) -> str:
    try:
        return canonical(text)
    except ValueError as cause:
        raise SourceError(f"{text!r} is no colour", where=where, todo="Write it as #0b5568.") from cause


def _refuse_faint(colour: str, grounds: tuple[str, ...], paper: str, where: str) -> None:
    ratio = least(colour, grounds)
    if ratio < TEXT:
        raise SourceError(
            f"{colour} has a contrast of {int(ratio * 100) / 100} on {paper} paper, and text needs {TEXT}",
            where=where,
            todo=f"The nearest colour that has enough is {nearest(colour, grounds)}.",
        )


def _logo(tree: Mapping[str, str], path: Path) -> Logo | None:
    if "logo" not in tree:
        return None
    name, folder = tree["logo"], path.parent.resolve()
    file, where = (folder / name).resolve(), f"{path}, logo"
    if not file.is_relative_to(folder) or not file.is_file():
        raise SourceError(f"there is no file {name!r} beside it", where=where)
    try:
        if file.stat().st_size > _LARGEST_LOGO:
            raise SourceError(f"{name} is larger than {_LARGEST_LOGO // 1000} kB", where=where, todo="Scale it down.")
        return _harmless(file.read_bytes())
    except OSError as cause:
        raise SourceError(f"{name} can't be read", where=where) from cause
    except (vector.SvgError, raster.PngError, photo.JpegError) as cause:
        raise SourceError(
            f"{name} can't be taken: {cause}", where=where, todo="Save it as plain SVG made of shapes, PNG or JPEG."
        ) from cause


def _harmless(content: bytes) -> Logo:
    """Return the logo without what is no picture; whoever hides something in it is refused."""
    if content.startswith(raster.SIGNATURE):
        return Logo("image/png", raster.stripped(content))
    if content.startswith(photo.SIGNATURE):
        return Logo("image/jpeg", photo.bared(content))
    vector.refuse_active(content)
    return Logo("image/svg+xml", vector.harmless(content))
