"""The pack: editions and their narrations, written as pages, sound, captions and text, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType

from plainspoken.errors import TargetError, UsageError
from plainspoken.events import Event, Listener, silent
from plainspoken.findings import Finding, finding
from plainspoken.model import Release
from plainspoken.narration import Narration
from plainspoken.pack import MANIFEST, Origin, Pack
from plainspoken.pictures.own import PictureSet
from plainspoken.record import Record
from plainspoken.writers import audio, audiobook, captions, cover, manifest
from plainspoken.writers.editions import Edition, original_of, pair
from plainspoken.writers.epub import write_book
from plainspoken.writers.feed import NOWHERE, Feed, base_of, chapters, chapters_path, cover_path, write_feed
from plainspoken.writers.front import front_page
from plainspoken.writers.help import needs_exit
from plainspoken.writers.notice import standing_findings
from plainspoken.writers.pages import PLAIN, Book, Download, Look, reader_page
from plainspoken.writers.pdf import require, write_pdf
from plainspoken.writers.say import Say
from plainspoken.writers.shelf import Draft, drafting, is_pack_archive, is_same, own_slug, place
from plainspoken.writers.slugs import slugify
from plainspoken.writers.sound import section_files
from plainspoken.writers.text import plain_text

FORMATS = ("mp3", "vtt", "txt", "epub", "xlf", "zip")
ASKED = ("pdf",)  # only where it is asked for: its bytes are those of the fonts of the machine
_ALWAYS = frozenset({"html", "json"})  # a pack without its pages and its manifest is none


def publish(
    releases: Sequence[Release],
    narrations: Sequence[Narration] = (),
    *,
    into: Path,
    slug: str | None = None,
    formats: Collection[str] | None = None,
    safety: bool | None = None,
    replace: bool = False,
    others: Mapping[str, bytes] = MappingProxyType({}),
    pictures: PictureSet | None = None,
    base_url: str | None = None,
    look: Look = PLAIN,
    record: Record | None = None,
    listen: Listener = silent,
) -> Pack:
    """Write editions and their narrations as one accessible pack: a folder of pages, audio and captions, and its zip.

    Args:
        releases: the editions, the original first.
        narrations: their audio; each belongs to the edition of its language and reading level.
        into: the folder that the pack's own folder is put in.
        slug: the name of the pack's folder; made from the headline if None.
        formats: what to write beside the pages, of `FORMATS` and `ASKED`; all of `FORMATS` if None.
        safety: whether the pages carry the quick exit; if None, they do where a release names a helpline.
        replace: whether a pack that stands there may lose an edition, audio, a review or quality.
        others: further files of the pack, by their path in it, which no page links to: what translators need.
        pictures: the publisher's own pictures for easy read, which go before ours.
        base_url: the address of the folder that packs have on their site; without it the addresses in the podcast feed
            have the host `packs.invalid` until the pack is posted.
        record: how the editions came about, for the manifest.
        look: whose pages they are, and whether their titles are neutral.
        listen: told how many files are written.

    Raises:
        TargetError: the folder can't be written, or what stands there would lose something; it stays as it was.
        UsageError: no release, two for one language and reading level, an unknown format, an empty slug, or a base
            that is no address of a folder.
    """
    wanted = known_formats(formats)
    _refuse_wav(narrations)
    editions = pair(releases, narrations if "mp3" in wanted else (), pictures)
    name = _slug(slug, original_of(editions), Path(into))
    base = base_of(base_url, name) if base_url is not None else None
    safe = needs_exit(releases) if safety is None else safety
    folder = Path(into) / name
    archive = folder.with_name(f"{name}.zip") if "zip" in wanted else None
    with drafting(Path(into), name) as draft:
        writer = _Writer(draft, editions, safe, wanted, listen, name, base, look)
        missing = writer.write()
        writer.add(others)
        findings = (*_findings(editions, missing), *writer.found)
        made = manifest.Making(version("plainspoken"), safe, base, record or Record())
        draft.add(MANIFEST, manifest.serialize(name, editions, draft.entries, findings, made))
        _refuse_loss(folder, archive, editions, findings, replace=replace)
        if not (is_same(draft, folder) and (archive is None or archive.exists())):
            place(draft, folder, archive)
    langs = tuple(dict.fromkeys(edition.lang for edition in editions))
    return Pack(name, folder, archive, langs, findings)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the files of a pack into a draft, what a page links to before the page."""

    draft: Draft
    editions: tuple[Edition, ...]
    safety: bool
    formats: frozenset[str]
    listen: Listener
    slug: str
    base: str | None = None
    look: Look = PLAIN
    found: list[Finding] = field(default_factory=list)

    def write(self) -> tuple[str, ...]:
        """Write everything but the manifest; return the languages whose own words are missing."""
        says = {edition.lang: Say(edition.lang) for edition in self.editions}
        books = {tag: self._book(tag, say) for tag, say in says.items()}
        downloads = {
            edition.page: (*self._files(edition, says[edition.lang]), *books[edition.lang]) for edition in self.editions
        }
        for tag, say in says.items():
            self._heard(tag, downloads, say)
        book = Book(self.editions, self.safety, downloads, look=self.look, fed=self.base is not None)
        for edition in self.editions:
            self._add(edition.page, reader_page(edition, book, says[edition.lang]).encode())
        tag = original_of(self.editions).lang
        self._add("index.html", front_page(book, says[tag]).encode())
        return tuple(tag for tag, say in says.items() if say.missing)

    def add(self, files: Mapping[str, bytes]) -> None:
        """Write files that somebody else made."""
        for path, content in files.items():
            self._add(path, content)

    def _files(self, edition: Edition, say: Say) -> tuple[Download, ...]:
        files = list(self._sound(edition, say))
        if "txt" in self.formats:
            path = f"{edition.folder}/release.txt"
            size = self._add(path, plain_text(edition.release, say).encode())
            files.append(Download(path, say.plain("Plain text"), "TXT", "text/plain", size))
        if "pdf" in self.formats and edition.is_easy:
            files.append(self._pdf(edition, say))
        return tuple(files)

    def _pdf(self, edition: Edition, say: Say) -> Download:
        path = f"{edition.folder}/release.pdf"
        content, found = write_pdf(edition, say, self.look.brand)
        self.found.extend(found)
        return Download(path, say.plain("Easy read"), "PDF", "application/pdf", self._add(path, content))

    def _book(self, tag: str, say: Say) -> tuple[Download, ...]:
        """Write the book of a language, and return how its pages offer it."""
        if "epub" not in self.formats:
            return ()
        path = f"{tag}/release.epub"
        size = self._add(path, write_book(self._own(tag), say))
        return (Download(path, say.plain("Book"), "EPUB", "application/epub+zip", size),)

    def _heard(self, tag: str, downloads: Mapping[str, Sequence[Download]], say: Say) -> None:
        """Write what players of a language's audio read: cover, chapters, podcast feed, audiobook."""
        own = self._own(tag)
        spoken = [(one, one.narration) for one in own if one.narration and one.narration.clips]
        if not spoken:
            return
        self._add(cover_path(tag), cover.picture())
        for edition, narration in spoken:
            self._add(chapters_path(edition), chapters(narration))
        sizes = {entry.path: entry.size for entry in self.draft.entries}
        base = self.base or base_of(NOWHERE, self.slug)
        self._add(f"{tag}/feed.xml", write_feed(own, Feed(base, sizes, self.slug), say))
        parts = {
            page: [(part.path, part.label) for one in each for part in one.parts] for page, each in downloads.items()
        }
        heard = audiobook.tracks(own, parts, say)
        self._add(audiobook.contents_path(tag), audiobook.write_contents(own, heard, self.safety, self.look, say))
        self._add(audiobook.manifest_path(tag), audiobook.write_manifest(own, heard, self.base, say))

    def _own(self, tag: str) -> list[Edition]:
        """Return the editions of a language, the easy read last."""
        return sorted((one for one in self.editions if one.lang == tag), key=lambda one: one.is_easy)

    def _sound(self, edition: Edition, say: Say) -> Iterator[Download]:
        spoken = edition.narration
        if spoken is None or not spoken.clips:
            return
        parts = tuple(
            Download(path, title, edition.sound.label, edition.sound.type, self._add(path, content))
            for path, title, content in section_files(edition, spoken)
        )
        size = self._add(edition.audio, audio.whole(edition.release, spoken))
        yield Download(edition.audio, say.plain("Audio"), edition.sound.label, edition.sound.type, size, parts)
        if "vtt" in self.formats:
            size = self._add(edition.captions, captions.write(spoken).encode())
            yield Download(edition.captions, say.plain("Captions"), "VTT", "text/vtt", size)

    def _add(self, path: str, content: bytes) -> int:
        size = self.draft.add(path, content)
        self.listen(Event("publish", self.slug, len(self.draft.entries), None, "files", message=path))
        return size


def known_formats(asked: Collection[str] | None) -> frozenset[str]:
    """Return the formats that are asked for, the usual ones if None.

    Raises:
        UsageError: one of them is unknown.
        EngineError: what writes one of them is not installed.
    """
    wanted = frozenset(FORMATS if asked is None else asked)
    if unknown := wanted - {*FORMATS, *ASKED, *_ALWAYS}:
        raise UsageError(
            "there is no such format",
            where=", ".join(sorted(unknown)),
            todo=f"Choose of {', '.join((*FORMATS, *ASKED))}; pages and manifest are always written.",
        )
    if "pdf" in wanted:
        require()
    return wanted


def _refuse_wav(narrations: Sequence[Narration]) -> None:
    """Refuse audio that books can't hold (EPUB 3.3, 3.2) and that nobody should have to download."""
    if any(one.format == "wav" for one in narrations):
        raise UsageError("a pack's audio is MP3 or Opus", where="wav", todo="Narrate it in one of those.")


def _slug(asked: str | None, original: Release, into: Path) -> str:
    name = own_slug(original, into) if asked is None else slugify(asked)
    if not name:
        raise UsageError("this can't name a folder", where=repr(asked), todo="Use ASCII letters, digits and hyphens.")
    return name


def _findings(editions: Sequence[Edition], missing: Sequence[str]) -> tuple[Finding, ...]:
    """Return what each edition and its narration found, located by language, and what publishing itself found."""
    found = [
        _located(one, edition.lang)
        for edition in editions
        for one in (
            *edition.release.findings,
            *(edition.narration.findings if edition.narration else ()),
            *standing_findings(edition),
        )
    ]
    return tuple(dict.fromkeys([*found, *(finding("words-missing", tag) for tag in missing)]))


def _located(one: Finding, tag: str) -> Finding:
    if re.match(rf"{re.escape(tag)}(?:$|:)", one.at):
        return one
    return Finding(one.code, one.level, f"{tag}:{one.at}" if one.at else tag, one.message)


def _refuse_loss(
    folder: Path, archive: Path | None, editions: Sequence[Edition], findings: Sequence[Finding], *, replace: bool
) -> None:
    if archive and not is_pack_archive(archive, folder.name) and not replace:
        raise TargetError(
            "this file is in the way and no pack's", where=str(archive), todo="Move it, or use --replace."
        )
    standing = manifest.read(folder)
    if standing is not None:
        original = original_of(editions)
        if not replace and not standing.origin.is_of(Origin(original.headline, original.url)):
            raise TargetError(
                f"the pack of another release stands here: {standing.origin}",
                where=str(folder),
                todo="Use --replace to overwrite it, or another folder.",
            )
        lost = manifest.losses(standing, editions, findings)
        if lost and not replace:
            raise TargetError(
                f"a better pack stands here: it would lose {', '.join(lost)}",
                where=str(folder),
                todo="Use --replace to overwrite it all the same, or another folder.",
            )
    elif folder.is_symlink() or (folder.exists() and not folder.is_dir()) or _is_foreign(folder, replace=replace):
        raise TargetError(
            "something that is no pack stands here",
            where=str(folder),
            todo="Move it away, or choose another folder.",
        )


def _is_foreign(folder: Path, *, replace: bool) -> bool:
    """Tell whether a folder holds files of somebody else; a pack whose manifest is broken may be replaced."""
    if not folder.is_dir() or not any(folder.iterdir()):
        return False
    return not (replace and (folder / MANIFEST).exists())
