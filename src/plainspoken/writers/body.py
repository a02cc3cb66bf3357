"""The words of an edition as HTML: headline, opening and sections, the same on its page and in its book."""

from __future__ import annotations

from markupsafe import Markup

from plainspoken.model import Block, Role, Section
from plainspoken.writers.blocks import Outline, Typesetter
from plainspoken.writers.easy import easy_rows
from plainspoken.writers.editions import Edition
from plainspoken.writers.frame import fragment
from plainspoken.writers.inline import Scribe
from plainspoken.writers.pictures import credit
from plainspoken.writers.say import Say

OPENING: frozenset[Role] = frozenset({"headline", "standfirst", "dateline"})
_DIALLED: frozenset[Role] = frozenset({"helpline", "contact"})
_TITLES: dict[Role, str] = {
    "helpline": "Get help",
    "notes": "Notes to editors",
    "contact": "Media contact",
    "boilerplate": "About us",
}


def headline(edition: Edition, say: Say) -> Markup:
    """Return the words of the headline; of a release without one, what the edition is."""
    for section in edition.release.sections:
        if section.role == "headline" and section.blocks and section.blocks[0].segments:
            return _scribe(edition).run(section.blocks[0].segments)
    return say("Easy read" if edition.is_easy else "Full text")


def opening(edition: Edition, say: Say) -> Markup:
    """Return what stands between the headline and the text: standfirst, dateline."""
    typesetter = _typesetter(edition, say)
    rest = [
        (section.role, block)
        for section in edition.release.sections
        if section.role in OPENING
        for block in (section.blocks[1:] if section.role == "headline" else section.blocks)
    ]
    return Markup("\n").join(_opener(role, block, typesetter) for role, block in rest)


def _opener(role: Role, block: Block, typesetter: Typesetter) -> Markup:
    if block.kind not in ("paragraph", "heading"):
        return typesetter.block(block)
    name = "standfirst" if role == "headline" else role
    return Markup('<p class="{}">{}</p>').format(name, typesetter.scribe.run(block.segments))


def text(edition: Edition, say: Say) -> Markup:
    """Return the sections of an edition, what opens it left out."""
    outline = Outline(1)
    sections = [section for section in edition.release.sections if section.role not in OPENING]
    parts = (*(_section(one, edition, say, outline) for one in sections), credit(edition))
    return Markup("\n").join(filter(None, parts))


def _section(section: Section, edition: Edition, say: Say, outline: Outline) -> Markup:
    """Return a section; one whose role has a name gets it as a heading where the release gives none."""
    title = _TITLES.get(section.role) if section.heading is None else None
    if title:
        heading = Markup("<h2>{}</h2>\n").format(say(title))
        outline = Outline(2)
    elif section.role in _TITLES:
        heading, outline = Markup(""), Outline(1)
    else:
        heading = Markup("")
    typesetter = Typesetter(_scribe(edition, dials=section.role in _DIALLED), say, outline)
    if edition.is_easy:
        body = fragment("easy.html", rows=easy_rows(section.blocks, typesetter, edition))
    else:
        body = typesetter.blocks(section.blocks)
    if not body.strip():
        return Markup("")
    name = "lead" if section.role == "lead" else f"role-{section.role}"
    return Markup('<div class="{}" id="{}">\n{}{}\n</div>').format(name, section.id, heading, body)


def _typesetter(edition: Edition, say: Say) -> Typesetter:
    return Typesetter(_scribe(edition), say, Outline(1))


def _scribe(edition: Edition, *, dials: bool = False) -> Scribe:
    cues = {cue.id: cue for cue in edition.narration.cues} if edition.narration else {}
    return Scribe(edition.release, cues, dials)
