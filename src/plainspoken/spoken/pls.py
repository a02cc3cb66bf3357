"""Lexicons as files: the W3C's Pronunciation Lexicon Specification (PLS) 1.0, 2008."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from plainspoken import lang as languages
from plainspoken.errors import SourceError, UsageError
from plainspoken.spoken.ipa import unknown
from plainspoken.spoken.lexicon import Lexeme, Lexicon

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LARGEST = 10_000_000  # bytes
_MOST = 100_000  # lexemes
_LONGEST = 500  # characters of a grapheme, alias or phoneme


def read(paths: Iterable[Path]) -> Lexicon:
    """Return the lexicon of PLS files; where two files say a word, the first one counts.

    Raises:
        SourceError: a file can't be read, or it is not PLS; the message says in which line.
    """
    return sum((_read(Path(path)) for path in paths), Lexicon())


def parse(xml: bytes, name: str = "lexicon") -> Lexicon:
    """Return the lexicon of a PLS document. Entities are refused, and nothing is fetched.

    Args:
        xml: the document.
        name: what to call it in an error: its file.

    Raises:
        SourceError: it is not PLS; the message says in which line.
    """
    root = _root(xml, name)
    if root.tag != f"{{{NAMESPACE}}}lexicon":
        raise _wrong("this is not a pronunciation lexicon", root, name, f'Its root is <lexicon xmlns="{NAMESPACE}">.')
    tag, alphabet = _lang(root, name), root.get("alphabet", "ipa")
    lexemes = tuple(_lexeme(one, tag, alphabet, name) for one in _children(root, "lexeme"))
    if len(lexemes) > _MOST:
        raise SourceError(f"this lexicon has more than {_MOST} lexemes", where=name, todo="Split it by language.")
    return Lexicon(lexemes)


def serialize(lexicon: Lexicon, lang: str) -> bytes:
    """Return a lexicon's lexemes of one language as a PLS document.

    >>> lexicon = Lexicon((Lexeme(("Siobhan",), "en", "Shivawn", "ʃɪˈvɔːn"),))
    >>> parse(serialize(lexicon, "en")) == lexicon
    True
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa" xml:lang={quoteattr(lang)}>',
    ]
    for one in lexicon.lexemes:
        if one.lang == lang:
            lines += ["  <lexeme>", *(f"    {line}" for line in _written(one)), "  </lexeme>"]
    return "\n".join([*lines, "</lexicon>", ""]).encode()


@cache
def builtin() -> Lexicon:
    """Return the lexicon that comes with the package: names of places, people and bodies in British releases."""
    folder = files("plainspoken.lexicons") / "names"
    found = sorted((one for one in folder.iterdir() if one.name.endswith(".pls")), key=lambda one: one.name)
    return sum((parse(one.read_bytes(), one.name) for one in found), Lexicon())


def _written(one: Lexeme) -> Iterator[str]:
    for name, texts in (("grapheme", one.graphemes), ("phoneme", [one.ipa]), ("alias", [one.alias])):
        yield from (f"<{name}>{escape(text)}</{name}>" for text in texts if text)


def _read(path: Path) -> Lexicon:
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError("this lexicon is too large", where=str(path), todo="Give at most 10 MB.")
        return parse(path.read_bytes(), str(path))
    except OSError as cause:
        raise SourceError(f"this lexicon can't be read ({cause.strerror})", where=str(path)) from cause


def _root(xml: bytes, name: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as cause:
        raise SourceError(f"this lexicon is not XML ({cause.msg})", where=f"{name}, line {cause.lineno}") from cause
    except ValueError as cause:
        raise SourceError(f"this lexicon is not XML ({cause})", where=name) from cause
    # What is defined in a document type could stand for anything, and a lexicon needs none.
    if root.getroottree().docinfo.internalDTD is not None:
        raise SourceError("this lexicon has a document type", where=name, todo="Take the <!DOCTYPE ...> out.")
    return root


def _lang(root: Element, name: str) -> str:
    try:
        return languages.canonical(root.get(_XML_LANG) or "")
    except UsageError as cause:
        raise _wrong("the lexicon does not say its language", root, name, 'Add xml:lang="en-GB".') from cause


def _lexeme(element: Element, tag: str, alphabet: str, name: str) -> Lexeme:
    graphemes = tuple(_text(one, name) for one in _children(element, "grapheme"))
    if not graphemes:
        raise _wrong("this lexeme has no grapheme", element, name, "Say how the word is written: <grapheme>.")
    sounds, aliases = list(_children(element, "phoneme")), list(_children(element, "alias"))
    if not sounds and not aliases:
        raise _wrong(
            f"nothing says how {graphemes[0]!r} is said", element, name, "Add an <alias> or a <phoneme> in IPA."
        )
    ipa = next((_ipa(one, alphabet, name) for one in _preferred(sounds)), "")
    alias = next((_text(one, name) for one in _preferred(aliases)), "")
    return Lexeme(graphemes, tag, alias, ipa)


def _ipa(element: Element, alphabet: str, name: str) -> str:
    used = element.get("alphabet", alphabet)
    if used.lower() != "ipa":
        raise _wrong(f"the alphabet {used!r} is not known", element, name, "Write the sound in IPA.")
    said = _text(element, name)
    odd = unknown(said)
    if odd:
        raise _wrong(f"{odd!r} is no sign of the IPA", element, name, "Copy the signs from an IPA chart.")
    return said


def _preferred(elements: list[Element]) -> list[Element]:
    """Return the elements, those marked `prefer` first (PLS 4.6)."""
    return sorted(elements, key=lambda one: one.get("prefer") != "true")


def _text(element: Element, name: str) -> str:
    said = " ".join("".join(map(str, element.itertext())).split())
    if not said:
        raise _wrong(f"this {_name(element)} is empty", element, name, "Fill it, or take it out.")
    if len(said) > _LONGEST:
        raise _wrong(f"this {_name(element)} is too long", element, name, f"Give at most {_LONGEST} characters.")
    return said


def _children(element: Element, name: str) -> Iterator[Element]:
    return (one for one in element if isinstance(one.tag, str) and one.tag == f"{{{NAMESPACE}}}{name}")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _wrong(what: str, element: Element, name: str, todo: str) -> SourceError:
    return SourceError(what, where=f"{name}, line {element.sourceline}", todo=todo)
