"""What each engine could serve if it were installed, to answer "what would serve this language?"."""

from __future__ import annotations

from plainspoken import lang

# The languages that Argos has packages for, each from and into English (its package index, November 2026).
ARGOS = frozenset(
    [
        "ar", "az", "bg", "bn", "ca", "cs", "da", "de", "el", "en", "eo", "es", "et", "eu", "fa", "fi", "fr", "ga",
        "gl", "he", "hi", "hu", "id", "it", "ja", "ko", "ky", "lt", "lv", "ms", "nl", "no", "pl", "pt", "pt-BR", "ro",
        "ru", "sk", "sl", "sq", "sv", "th", "tl", "tr", "uk", "ur", "zh", "zh-Hant",
    ]
)  # fmt: skip
# Debian's Apertium, from English: direct, or through another language.
APERTIUM = {
    "es": ("apertium-eng-spa",),
    "ca": ("apertium-eng-cat",),
    "gl": ("apertium-en-gl",),
    "pt": ("apertium-eng-spa", "apertium-es-pt"),
    "fr": ("apertium-eng-cat", "apertium-fra-cat"),
    "it": ("apertium-eng-spa", "apertium-spa-ita"),
}
# Languages of the NLLB-200 models that LibreTranslate-compatible servers offer, among those a pack may be asked for.
NLLB = frozenset(
    [
        "am", "ar", "bn", "ca", "cy", "da", "de", "el", "en", "es", "fa", "fi", "fr", "ga", "gl", "gu", "he", "hi",
        "hu", "it", "ja", "ko", "ku", "lt", "nl", "pa", "pl", "ps", "pt", "ro", "ru", "so", "sq", "sv", "ta", "ti",
        "tr", "uk", "ur", "vi", "zh", "zh-Hant",
    ]
)  # fmt: skip
ESPEAK = frozenset(lang.COMMUNITY) - {"so", "ps"}
GTTS = frozenset(lang.COMMUNITY) - {"fa", "ku", "ti", "so", "ps"}
PIPER = frozenset(lang.COMMUNITY) - {"bn", "gu", "pa", "ur", "ta", "lt", "sq", "am", "ti", "ku", "so", "ps"}


def options(source: str, target: str) -> tuple[str, ...]:
    """Return what would translate the pair, best first, each with how to get it; none where both are one language.

    Nothing serves a language in a script that it does not have: Argos's Panjabi would not do for `pa-Arab`.
    """
    if lang.same(source, target):
        return ()
    found = []
    if argos_has(source, target):
        origin = "" if lang.primary(source) == "en" else f" --from {source}"
        found.append(f"argos, after `plainspoken languages add {target}{origin}`")
    packages = APERTIUM.get(lang.primary(target)) if lang.same(source, "en") and _within(target, APERTIUM) else None
    if packages:
        found.append(f"apertium, after `apt install apertium {' '.join(packages)}`")
    if _within(source, NLLB) and _within(target, NLLB):
        found.append("libretranslate, with a server that has NLLB models")
        found.append("chat, with a model that knows the language")
        found.append("people who translate")
    return tuple(found)


def argos_has(source: str, target: str) -> bool:
    """Tell whether Argos's index is known to have packages for the pair, directly or through English."""
    return _within(source, ARGOS) and _within(target, ARGOS) and not lang.same(source, target)


def voices_for(tag: str) -> tuple[str, ...]:
    """Return what would speak the language, best first, each with how to get it."""
    found = []
    if _within(tag, ESPEAK):
        found.append("espeak, after `pip install 'plainspoken[espeak]'`")
    if _within(tag, PIPER):
        found.append("piper, with a voice file")
    if _within(tag, GTTS):
        found.append("gtts, which sends the text to Google: `pip install 'plainspoken[gtts]'` and `--narrator gtts`")
    return tuple(found)


def _within(tag: str, languages: frozenset[str] | dict[str, tuple[str, ...]]) -> bool:
    """Tell whether one of the languages is the tag's, in its script."""
    return any(lang.same(tag, one) for one in languages)
