"""A page to a release: the steps in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from lxml import html

from plainspoken import lang as languages
from plainspoken import tongues
from plainspoken.findings import Finding, finding
from plainspoken.model import Release, Section
from plainspoken.readers import (
    article,
    blocks,
    chatter,
    clean,
    dress,
    encoding,
    expansions,
    folded,
    headings,
    headline,
    known,
    links,
    media,
    metadata,
    mojibake,
    paywall,
    places,
    quotes,
    reasons,
    refusal,
    roles,
    shielded,
    stored,
    tree,
    witness,
)  # fmt: skip
from plainspoken.readers.draft import Draft
from plainspoken.readers.evidence import Claim
from plainspoken.readers.fetch import Page
from plainspoken.readers.inline import Context
from plainspoken.readers.metadata import Metadata
from plainspoken.readers.reasons import Reason
from plainspoken.readers.runs import words

_HARDLY_ANY = 200  # characters


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a page: the release, and why each of its blocks has its role."""

    release: Release
    reasons: tuple[Reason, ...]


def explain(page: Page, *, lang: str | None = None) -> tuple[Reason, ...]:
    """Return why each block of a page's release has its role, in reading order.

    Args:
        page: the page as it came.
        lang: as `read` takes it.

    Raises:
        SourceError: as `read` does.

    >>> page = Page(b"<main><h1>Road closed</h1><p>The bridge is closed until 3 May. Use the ferry.</p></main>")
    >>> [(reason.id, reason.rule) for reason in explain(page, lang="en")]
    [('headline.p1', 'headline'), ('lead.p1', 'lead')]
    """
    return study(page, lang=lang).reasons


def read(page: Page, *, lang: str | None = None) -> Release:
    """Read the release from a page.

    Args:
        page: the page as it came.
        lang: the language of the release, where the page says nothing or the wrong thing, or where it has the same
            release in several (BCP 47, canonical).

    Raises:
        SourceError: the page is not HTML, or there is no release in it.
    """
    return study(page, lang=lang).release


def study(page: Page, *, lang: str | None = None) -> Reading:
    """Read the release from a page, and keep why each block has its role; arguments and errors are those of `read`."""
    where = page.url or "the page"
    decoded = encoding.decode(page.content, page.charset)
    root = tree.parse(decoded.text, where)
    meta = metadata.collect(root, decoded.text, page.url)
    shielded.reveal(root)
    folded.unfold(root, decoded.text)
    signs = refusal.signs(root, meta)
    cut = _cleaned(root)
    tree.refuse_endless(root, where)
    spoken = _Spoken(root, meta, lang)
    title = headline.find(article.scope(root, spoken.lang), meta)
    clean.drop_furniture(root)
    context = Context(spoken.lang, links.base_of(page.url or meta.url or "", meta.base))
    story = _story(root, title, meta, context, decoded.text)
    refusal.check(story.drafts, title is not None, signs, where, decoded.text)
    spoken_by = quotes.attribute(story.drafts, spoken.lang)
    outline = roles.outline(spoken_by, title.text if title else "", meta.description, spoken.lang)
    groups = expansions.expanded(dress.undressed(headings.consistent(outline.groups)))
    sections = places.sections(groups, spoken.lang)
    about = known.gather(meta, title, outline, spoken.claims)
    found = (
        *page.findings,
        *encoding.findings(decoded),
        *_garbled(sections),
        *([finding("nesting-cut")] if cut else []),
        *([finding("text-from-metadata")] if story.borrowed else []),
        *story.left_out,
        *([finding("text-cut")] if paywall.is_teaser(decoded.text, _length(story.drafts), meta.body) else []),
        *spoken.findings(),
        *about.findings,
        *places.removed_links(groups, sections),
    )
    release = Release(
        spoken.lang, sections, about.published, meta.publisher, meta.url,
        findings=tuple(dict.fromkeys(found)), metadata=about.facts,
    )  # fmt: skip
    return Reading(release, reasons.of(groups, sections))


class _Spoken:
    """The language a page is in: what the caller says, what the page declares, what its words look like."""

    def __init__(self, root: html.HtmlElement, meta: Metadata, asked: str | None) -> None:
        self._asked, self._declared = asked, _declared(root, meta)
        self._versions = article.versions(root)
        self._guess = tongues.guess(article.prose(article.scope(root, asked or self._declared)))

    @property
    def lang(self) -> str:
        """The language to read the page in; a declaration in another script than the text's can't be meant."""
        return (
            self._asked or (None if self._impossible else self._declared) or (self._guess.lang if self._guess else "en")
        )

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What the caller, the page and its words say, the language that is read first."""
        said = (
            (self._asked, "asked", 1.0),
            (self._declared, "declared", 0.7),
            (self._guess.lang if self._guess else None, "text", 0.8 if self._guess and self._guess.sure else 0.4),
        )
        claims = [Claim(value, source, weight) for value, source, weight in said if value]
        return tuple(sorted(claims, key=lambda one: one.value != self.lang)) or (Claim(self.lang, "default", 0.1),)

    @property
    def _impossible(self) -> bool:
        if not self._declared or not self._guess or not self._guess.sure:
            return False
        return languages.script(self._declared)[:3] not in (self._guess.script[:3], "Han", "Jpa", "Kor")

    def findings(self) -> Iterator[Finding]:
        """Yield what a person should know about the language."""
        for other in self._versions:
            if other != languages.primary(self.lang):
                yield finding("also-in", detail=f"Read it with the language {other}.")
        if self._asked:
            return
        if not self._declared:
            yield finding("language-guessed", detail=f"It looks like {self.lang}.")
        elif self._guess and self._guess.sure and languages.primary(self._declared) != self._guess.lang:
            yield finding(
                "language-differs", detail=f"It declares {self._declared}; the text looks like {self._guess.lang}."
            )


def _garbled(sections: Sequence[Section]) -> Iterator[Finding]:
    """Yield a finding where signs are left that only a wrong encoding makes."""
    blocks = [block for section in sections for block in section.blocks if mojibake.garbled(block.text)]
    if blocks:
        more = f" and {len(blocks) - 1} more" if len(blocks) > 1 else ""
        yield finding("text-garbled", blocks[0].id, f"It has “{mojibake.garbled(blocks[0].text)}”{more}.")


def _declared(root: html.HtmlElement, meta: Metadata) -> str | None:
    """Return the declared language; an article's own declaration counts before the page's."""
    mains = [element for element in root.iter("article", "main") if element.get("lang")]
    own = metadata.tag_of(mains[0].get("lang")) if mains else None
    if own and meta.lang and languages.same(own, meta.lang):
        return meta.lang
    return own or meta.lang


def _cleaned(root: html.HtmlElement) -> bool:
    """Take out what runs and what is hidden; return whether the page nested too deeply."""
    clean.mark_headings(root)
    media.show(root)
    clean.drop_active(root)
    clean.drop_hidden(root)
    clean.drop_navigation(root)
    return tree.flatten(root)


@dataclass(frozen=True, slots=True)
class _Story:
    """The blocks of the article; whether they are JSON-LD's copy of it; what it shows that can't be read."""

    drafts: Sequence[Draft]
    borrowed: bool = False
    left_out: tuple[Finding, ...] = ()


def _story(
    root: html.HtmlElement, title: headline.Headline | None, meta: Metadata, context: Context, source: str
) -> _Story:
    """Return the article, or JSON-LD's or a script's copy of it where the page itself has hardly any text."""
    holder = article.find(root, title, context.lang)
    name = headline.key(title.text) if title else ""
    left_out = () if holder is None else tuple(media.left_out(holder))
    found = [] if holder is None else chatter.without(blocks.read(tree.markup(holder), context, name))
    body = meta.body or (stored.article(tree.parse(source, "")) if _length(found) < _HARDLY_ANY else "")
    if len(body) > 200 and _length(found) * 3 < len(body) and title and _is_whole(body):
        return _Story(blocks.read(_as_markup(body), context, name), True, left_out)
    return _Story(witness.agreed(found, meta.body), left_out=left_out)


def _is_whole(body: str) -> bool:
    """Tell an article from its summary: three sentences or more, and no dots where it was cut."""
    return len(re.findall(r"[.!?…](?=[\s\"”’<]|$)|[。！？।۔።؟]", body)) >= 3 and not body.rstrip().endswith(
        ("...", "…")
    )


def _length(drafts: Sequence[Draft]) -> int:
    return sum(len(words(runs)) for draft in drafts for _, runs in draft.parts)


def _as_markup(body: str) -> str:
    if "</p>" in body.lower():
        inner = html.fragment_fromstring(body, create_parent="div")
        clean.drop_active(inner)
        return tree.markup(inner)
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in body.splitlines() if paragraph.strip())
