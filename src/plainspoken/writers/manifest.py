"""The manifest: every file of a pack by digest, where each edition comes from, what to look at."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from plainspoken.findings import Finding
from plainspoken.lang import direction
from plainspoken.pack import MANIFEST, SCHEMA, Origin
from plainspoken.record import Provenance, Record
from plainspoken.writers.editions import Edition, original_of

_RANK = {"machine": 0, "people": 1, "original": 2, "reviewed": 2}


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A file of a pack: its path, its SHA-256, its size in bytes."""

    path: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Making:
    """How a pack was made: by which version, with the quick exit or not, for which address, from what."""

    generator: str
    safety: bool = False
    base: str | None = None
    record: Record = field(default_factory=Record)


@dataclass(frozen=True, slots=True)
class Standing:
    """What a manifest that stands on disk says of its pack.

    `editions` maps language and reading level to who wrote the words; `voiced` are those with audio; `errors` counts
    the error-level findings.
    """

    origin: Origin
    files: tuple[Entry, ...]
    editions: Mapping[tuple[str, str], str]
    voiced: frozenset[tuple[str, str]]
    errors: int


def serialize(
    slug: str, editions: Sequence[Edition], files: Sequence[Entry], findings: Sequence[Finding], made: Making
) -> bytes:
    """Return the manifest as JSON; the same pack gives the same bytes."""
    original = original_of(editions)
    tree = {
        "schema": SCHEMA,
        "generator": {"name": "plainspoken", "version": made.generator},
        "slug": slug,
        "headline": original.headline,
        "langs": list(dict.fromkeys(edition.lang for edition in editions)),
        "sources": [
            {
                "lang": original.lang,
                "published": original.published,
                "publisher": original.publisher,
                "url": original.url,
            }
        ],
        "base_url": made.base,
        "safety": made.safety,
        "memory": made.record.memory and asdict(made.record.memory),
        "glossary": made.record.glossary and asdict(made.record.glossary),
        "editions": [_edition(edition, made.record) for edition in editions],
        "files": [{"path": one.path, "sha256": one.sha256, "size": one.size} for one in sorted(files)],
        "findings": [finding.to_dict() for finding in findings],
    }
    return written(tree)


def written(tree: Mapping[str, object]) -> bytes:
    """Return a manifest as its file has it."""
    return (json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def read(folder: Path) -> Standing | None:
    """Return what the manifest in a folder says; None if there is none, or none that can be understood."""
    try:
        tree = json.loads((folder / MANIFEST).read_bytes())
        if tree["schema"] != SCHEMA:
            return None
        return Standing(
            origin=Origin.of(tree),
            files=tuple(Entry(str(one["path"]), str(one["sha256"]), int(one["size"])) for one in tree["files"]),
            editions={(one["lang"], one["edition"]): one["standing"] for one in tree["editions"]},
            voiced=frozenset((one["lang"], one["edition"]) for one in tree["editions"] if one.get("narration")),
            errors=sum(one["level"] == "error" for one in tree["findings"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def losses(old: Standing, editions: Sequence[Edition], findings: Sequence[Finding]) -> list[str]:
    """Return what a pack that stands there has and the new one lacks, each as a few English words."""
    new = {(one.lang, one.release.edition): one for one in editions}
    lost = [f"the {_called(key)}" for key in sorted(old.editions) if key not in new]
    lost += [
        f"the audio of the {_called(key)}" for key in sorted(old.voiced) if key in new and new[key].narration is None
    ]
    lost += [
        f"the review of the {_called(key)}"
        for key, standing in sorted(old.editions.items())
        if key in new and standing == "reviewed" and _RANK[new[key].standing] < _RANK["reviewed"]
    ]
    errors = sum(finding.level == "error" for finding in findings)
    if errors > old.errors:
        lost.append(f"its quality: {errors} error-level findings where it has {old.errors}")
    return lost


def _edition(edition: Edition, record: Record) -> dict[str, object]:
    spoken = edition.narration
    return {
        "lang": edition.lang,
        "edition": edition.release.edition,
        "dir": direction(edition.lang),
        "path": edition.page,
        "headline": edition.release.headline,
        "standfirst": edition.release.standfirst,
        "source_lang": edition.release.source_lang,
        "state": edition.state,
        "standing": edition.standing,
        "segments": edition.states(),
        "engines": edition.engines(),
        "provenance": record.editions.get((edition.lang, edition.release.edition), Provenance()).to_dict(),
        "services": [asdict(service) for service in edition.release.services],
        **({"pictures": [one.to_dict() for one in own]} if (own := edition.own_pictures()) else {}),
        "narration": spoken
        and {
            "path": edition.audio,
            "engine": spoken.engine,
            "voice": spoken.voice,
            "duration": round(spoken.duration, 3),
        },
    }


def _called(key: tuple[str, str]) -> str:
    tag, edition = key
    return f"{tag} {'easy-read edition' if edition == 'easy' else 'edition'}"
