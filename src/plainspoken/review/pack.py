"""The sheets of a pack: for each language, the file that a translator needs to check it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from plainspoken.model import Release
from plainspoken.review import xliff2
from plainspoken.review.sheet import sheet
from plainspoken.terms import AnyMemory, Glossary


def sheets(
    name: str, releases: Sequence[Release], *, memory: AnyMemory | None = None, glossary: Glossary | None = None
) -> Mapping[str, bytes]:
    """Return an XLIFF 2.0 file for each language of a pack, by its path there: `review/ur.xlf`.

    Args:
        name: what the release is called in file names.
        releases: the editions of the pack; each translation is held against the original of its reading level.
        memory: past translations, to show what a sentence was before it was changed.
        glossary: required translations.
    """
    originals = {release.edition: release for release in releases if release.source_lang is None}
    translations = [release for release in releases if release.source_lang and release.edition in originals]
    found = {}
    for tag in dict.fromkeys(release.lang for release in translations):
        pairs = [(originals[one.edition], one) for one in translations if one.lang == tag]
        found[f"review/{tag}.xlf"] = xliff2.serialize(sheet(name, pairs, memory=memory, glossary=glossary))
    return found
