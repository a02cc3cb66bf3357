"""A press release in one language and reading level, and the release as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Literal, cast

from plainspoken.errors import SourceError
from plainspoken.findings import Finding, Level
from plainspoken.model import sections_json
from plainspoken.model.sections_json import Json, listed, maybe, present, text
from plainspoken.model.tree import Block, Role, Section, Segment
from plainspoken.quotations import Quotation, Said, collect

Edition = Literal["full", "easy"]
SCHEMA = "plainspoken/release/1"


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One thing that is known of a release beside its text.

    Attributes:
        name: `headline`, `published`, `modified`, `publisher`, `author` (one each), `language`, `url`, `description`
            or `embargo`.
        value: the thing itself; a time is ISO 8601. An embargo whose end can't be read has an empty value.
        source: where the page says so, the places that agree joined by a comma: `json-ld, og:title, text`.
        sure: how sure that is, 0 to 1: it rises with each place that agrees and falls with those that differ.
    """

    name: str
    value: str
    source: str
    sure: float


@dataclass(frozen=True, slots=True)
class Service:
    """A server that worked on a release.

    Attributes:
        engine: the engine that asked it.
        host: its name and port; the empty string where the engine does not tell.
        remote: whether it is off this machine, so that the text was sent away.
    """

    engine: str
    host: str
    remote: bool

    def __str__(self) -> str:
        return f"{self.engine} at {self.host}" if self.host else self.engine


@dataclass(frozen=True, slots=True)
class Release:
    """A press release in one language and reading level.

    Attributes:
        lang: the language it is in (BCP 47).
        sections: its parts, in reading order.
        published: when, ISO 8601 with the offset from UTC.
        publisher: the organisation.
        url: the page's own address.
        edition: `full` or `easy`.
        source_lang: the language it was translated from; None for the original.
        findings: what a person should look at.
        metadata: what the page says of the release, each with its source and how sure it is.
        services: the servers that worked on it, on this machine or elsewhere.
        simplifier: for easy read, the engine that made it; None for the rules.
    """

    lang: str
    sections: tuple[Section, ...]
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    edition: Edition = "full"
    source_lang: str | None = None
    findings: tuple[Finding, ...] = field(default=())
    metadata: tuple[Metadatum, ...] = ()
    services: tuple[Service, ...] = ()
    simplifier: str | None = None

    @property
    def headline(self) -> str | None:
        """The headline, as plain text."""
        return self._role_text("headline")

    @property
    def standfirst(self) -> str | None:
        """The sentence or two under the headline that sum the release up."""
        return self._role_text("standfirst")

    def known(self, name: str) -> tuple[Metadatum, ...]:
        """Return what is known under a name, the surest first."""
        return tuple(sorted((one for one in self.metadata if one.name == name), key=lambda one: -one.sure))

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in reading order."""
        for section in self.sections:
            yield from section.blocks

    def segments(self) -> Iterator[Segment]:
        """Yield every segment, in reading order."""
        for block in self.blocks():
            yield from block.segments

    def quotes(self) -> tuple[Quotation, ...]:
        """Return what people say in the release, in reading order; a quotation over several paragraphs is one."""
        last: Block | None = None
        found: list[Said] = []
        for block in self.blocks():
            if block.kind == "quote" or (block.speaker and block.kind in ("paragraph", "note")):
                follows = last is not None and bool(found) and found[-1].at == last.id
                whole = block.kind == "quote"
                found.append(Said(block.id, block.text, whole, block.speaker, block.speaker_title, follows))
            last = block
        return collect(found)

    def map(self, change: Callable[[Segment], Segment]) -> Release:
        """Return the release with `change` applied to each segment; everything else stays as it was."""
        return replace(
            self,
            sections=tuple(
                replace(
                    section,
                    blocks=tuple(
                        replace(block, segments=tuple(change(segment) for segment in block.segments))
                        for block in section.blocks
                    ),
                )
                for section in self.sections
            ),
        )

    def with_findings(self, *more: Finding) -> Release:
        """Return the release with `more` findings after its own; none stands twice."""
        return replace(self, findings=tuple(dict.fromkeys(self.findings + more)))

    def to_json(self, indent: int | None = None) -> str:
        """Return the release as JSON, schema `plainspoken/release/1`."""
        return json.dumps(_serialize(self), ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> Release:
        """Return the release that `to_json` wrote.

        Raises:
            SourceError: the text is not JSON of the schema.
        """
        try:
            tree = json.loads(text)
            if tree["schema"] != SCHEMA:
                raise ValueError(f"schema {tree['schema']!r}")
            return _parse(tree)
        except (ValueError, KeyError, TypeError, AttributeError) as cause:
            raise SourceError(
                f"this is not a release in JSON ({cause})",
                todo=f"Give JSON of the schema {SCHEMA}, as `parse --json` writes.",
            ) from cause

    def with_services(self, *more: Service | None) -> Release:
        """Return the release with `more` services after its own, None left out; none stands twice."""
        return replace(self, services=tuple(dict.fromkeys([*self.services, *filter(None, more)])))

    def _role_text(self, role: Role) -> str | None:
        texts = (block.text for section in self.sections if section.role == role for block in section.blocks)
        return " ".join(text for text in texts if text) or None


def _serialize(release: Release) -> dict[str, object]:
    return present(
        schema=SCHEMA,
        lang=release.lang,
        edition=release.edition,
        source_lang=release.source_lang,
        simplifier=release.simplifier,
        headline=release.headline,
        standfirst=release.standfirst,
        published=release.published,
        publisher=release.publisher,
        url=release.url,
        metadata=[asdict(one) for one in release.metadata] or None,
        services=[asdict(one) for one in release.services] or None,
        sections=[sections_json.serialize(section) for section in release.sections],
        quotes=[_quotation(quotation) for quotation in release.quotes()] or None,
        findings=[finding.to_dict() for finding in release.findings],
    )


def _quotation(quotation: Quotation) -> dict[str, object]:
    return present(
        speaker=quotation.speaker,
        speaker_title=quotation.title,
        text=quotation.text,
        at=list(quotation.at),
    )


def _parse(tree: Json) -> Release:
    return Release(
        lang=text(tree, "lang"),
        sections=tuple(map(sections_json.parse, listed(tree, "sections"))),
        published=maybe(tree, "published"),
        publisher=maybe(tree, "publisher"),
        url=maybe(tree, "url"),
        edition=cast(Edition, tree.get("edition") or "full"),
        source_lang=maybe(tree, "source_lang"),
        findings=tuple(
            Finding(text(one, "code"), cast(Level, text(one, "level")), text(one, "at"), text(one, "message"))
            for one in listed(tree, "findings")
        ),
        metadata=tuple(
            Metadatum(text(one, "name"), text(one, "value"), text(one, "source"), cast(float, one["sure"]))
            for one in listed(tree, "metadata")
        ),
        services=tuple(
            Service(text(one, "engine"), text(one, "host"), bool(one["remote"])) for one in listed(tree, "services")
        ),
        simplifier=maybe(tree, "simplifier"),
    )
