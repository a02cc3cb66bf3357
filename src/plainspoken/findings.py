"""Coded findings: what a person should look at, where, and how much it matters."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["info", "warning", "error"]

CODES: dict[str, tuple[Level, str]] = {
    # parse
    "no-headline": ("warning", "The page has no headline that could be found."),
    "no-date": ("warning", "The page does not say when it was published."),
    "date-differs": ("warning", "Places of the page say different days of publishing."),
    "zone-unknown": ("info", "The page does not say which time zone its time of publishing is in."),
    "no-publisher": ("info", "The page does not say who published it."),
    "encoding-guessed": ("warning", "The page's text encoding was missing or wrong and had to be guessed."),
    "encoding-mended": ("info", "Text that a wrong encoding had garbled before was put right."),
    "text-garbled": ("warning", "Characters are broken: the page was once saved in a wrong encoding."),
    "text-from-metadata": ("warning", "The page shows no text; it was read from what the page holds for programs."),
    "text-cut": ("warning", "The page shows only the start of the text and asks to subscribe for the rest."),
    "language-guessed": ("info", "The page does not declare its language; it was guessed from the text."),
    "language-differs": ("warning", "The declared language is not the language of the text."),
    "also-in": ("info", "The page has the release in another language too, which was not read."),
    "mail-attachment": ("info", "The message has a text and an attached document; one of them was read."),
    "nesting-cut": ("warning", "The page nests its tags too deeply; the deepest levels were flattened."),
    "link-removed": ("info", "A link whose address could harm or track the reader was removed; its words were kept."),
    "link-incomplete": ("info", "A link's address is incomplete, as the page's own is not known; its words were kept."),
    "embed-left-out": (
        "info",
        "The page shows something from elsewhere within its text (a map, a chart, a form), which was not read.",
    ),
    "picture-inside": (
        "info",
        "The document holds pictures itself; their descriptions and captions were kept, the pictures were not.",
    ),
    "embargo": ("warning", "The release asks not to be published before a certain time."),
    # translate
    "not-translated": ("error", "A sentence has no translation and stands in the source language."),
    "fact-missing": ("error", "A number, phone number or address of the source is missing in the translation."),
    "fact-added": ("error", "The translation has a number that the source does not have."),
    "number-changed": ("error", "The translation has another number than the source."),
    "negation-lost": ("warning", "The source says “not” and the translation seems not to."),
    "negation-added": ("warning", "The translation says “not” and the source seems not to."),
    "name-missing": ("warning", "A name of the source is missing in the translation."),
    "loop": ("warning", "The translation says the same words over and over."),
    "length-odd": ("warning", "The translation is much longer or shorter than such a sentence is in its language."),
    "truncated": ("warning", "The translation seems to stop before the end of the sentence."),
    "wrong-script": ("warning", "The translation is not in the script of its language."),
    "wrong-language": ("warning", "The translation seems to be in another language."),
    "codes-moved": ("warning", "A link or emphasis could not be placed exactly and stands round the nearest words."),
    "codes-lost": ("error", "A link, emphasis or abbreviation of the source is missing in the translation."),
    "copied-source": ("warning", "The translation is the same as the source."),
    "unknown-words": ("warning", "The engine did not know some words and left them as they were."),
    "low-score": ("warning", "The engine itself was not sure of this sentence."),
    "glossary-missed": ("warning", "A glossary term was not translated as required."),
    "sent-away": ("warning", "The text was sent to a service outside this machine."),
    "glossary-forbidden": ("error", "The translation uses a word that the glossary forbids."),
    "pivoted": ("info", "The translation went through a third language."),
    # review
    "review-source-changed": ("error", "The sentence itself was changed in the file; its translation was not taken."),
    "review-source-unproven": ("info", "The file no longer says what the sentence was when it went out."),
    "review-codes-broken": (
        "error",
        "The numbered codes are not those of the sentence; the translation was not taken.",
    ),
    "review-sentence-missing": ("warning", "Sentences that went out did not come back."),
    # simplify
    "sentence-long": ("warning", "An easy-read sentence says more than 15 words of English do."),
    "easy-contraction": ("info", "An easy-read sentence has a contraction; write both words."),
    "easy-shortened": ("info", "An easy-read sentence has a shortened word such as “eg”; write it out."),
    "easy-percentage": ("info", "An easy-read sentence has a percentage; say it as “1 in 3” where that is right."),
    "easy-two-negations": ("info", "An easy-read sentence says “not” twice."),
    "easy-number-added": ("error", "An easy-read sentence has a number that its source sentence does not have."),
    "easy-name-added": ("error", "An easy-read sentence has a name that its source sentence does not have."),
    "easy-negation-added": ("error", "An easy-read sentence says “not” where its source sentence does not."),
    "easy-status-changed": ("error", "An easy-read sentence names a legal status that its source sentence does not."),
    "easy-quote-changed": ("error", "The words of a quote are not those of the source sentence."),
    "easy-proposal-refused": ("info", "A simpler sentence was not taken, since a check spoke against it."),
    "easy-hard-word": ("info", "A hard word of the easy read is not explained."),
    "easy-explanation-long": ("warning", "An explanation in your own list of hard words has more than 15 words."),
    "easy-passive": ("info", "A sentence of the easy read is passive; say who does what."),
    "easy-acronym": ("warning", "A short form is nowhere written out."),
    "easy-number-word": ("info", "A number is written as a word; write digits."),
    "easy-large-number": ("info", "A large figure is hard to grasp; say it more plainly where that serves."),
    "easy-date-form": ("warning", "A date is not written as “14 March 2026”."),
    "easy-two-ideas": ("info", "A sentence has two ideas; make two sentences."),
    "easy-capitals": ("info", "Words in capitals are hard to read."),
    "easy-line-shared": ("info", "More than one sentence stands on a line."),
    "easy-word-broken": ("warning", "A word is cut at the end of a line."),
    "easy-text-long": ("warning", "The text says more than 1,000 words of English do."),
    "easy-word-varies": ("info", "A hard word and the sentence that explains it do not use the same word."),
    "fact-left-out": ("warning", "A phone number or deadline of the release is not in the easy-read edition."),
    "no-easy-read": ("warning", "No easy-read edition could be made in this language."),
    # narrate
    "no-voice": ("warning", "No installed voice can speak this language; the edition has no audio."),
    "unspeakable": ("warning", "A sentence has nothing that a voice can say."),
    "no-foreign-voice": (
        "warning",
        "Words in another language are said by the voice of the text around them, or left out.",
    ),
    "word-times-estimated": (
        "info",
        "The voice does not tell when it says each word; the times of words are worked out from the text.",
    ),
    "narration-failed": ("error", "The voice failed on this edition; it has no audio."),
    # publish
    "machine-translated": ("warning", "A computer made this translation and nobody has checked it."),
    "left-out-unreviewed": ("warning", "An edition was left out: nobody has reviewed its translation."),
    "not-reviewed": ("warning", "People made this translation, but a second person has not checked it."),
    "pack-file-missing": ("error", "A file that the manifest lists is not in the pack."),
    "pack-file-changed": ("error", "A file of the pack is not the one that the manifest lists."),
    "manifest-disagrees": ("error", "The manifest of the pack contradicts itself."),
    "pack-file-unlisted": ("warning", "The manifest does not list this file; it was put into the pack later."),
    "site-pack-left-out": ("error", "A pack is not whole, or may not be published; the index leaves it out."),
    "site-address-unknown": (
        "warning",
        "The site's address is not known; feeds and map name one that is nobody's.",
    ),
    "pdf-glyph-missing": ("warning", "No font of this machine has these letters; the PDF shows empty boxes for them."),
    "words-missing": ("warning", "The page's own words are not translated into this language; they stand in English."),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at.

    `at` is a locator: a segment or block id such as `body.p3.s2`, with the language before it where it matters
    (`ur:body.p3.s2`), or the empty string for the whole release.
    """

    code: str
    level: Level
    at: str
    message: str

    def to_dict(self) -> dict[str, str]:
        """Return the finding as JSON-ready values."""
        return asdict(self)


def finding(code: str, at: str = "", detail: str = "", level: Level | None = None) -> Finding:
    """Make the finding of `code` with its usual level and meaning.

    Args:
        code: a key of `CODES`.
        at: the locator.
        detail: what was found here, added to the code's meaning.
        level: where the usual level is not right.

    Raises:
        KeyError: the code is not declared, a fault of the caller.
    """
    usual, meaning = CODES[code]
    return Finding(code, level or usual, at, f"{meaning} {detail}".strip())
