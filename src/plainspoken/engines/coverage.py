"""What each engine could serve if it were installed, to answer "what would serve this language?"."""

from __future__ import annotations

from plainspoken import lang

# Argos packages to and from English (its package index, November 2026).
ARGOS = frozenset(
    "ar az bg bn ca cs da de el eo es et eu fa fi fr ga gl he hi hu id it ja ko ky lt lv ms nb nl pb pl pt ro ru sk sl sq "
    "sv th tl tr uk ur vi zh zh-Hant".split()
) - {"vi"}
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
    "am ar bn ca cy da de el en es fa fi fr ga gl gu he hi hu it ja ko ku lt nl pa pl ps pt ro ru so sq sv ta ti tr uk ur "
    "vi zh".split()
)
ESPEAK = frozenset(lang.COMMUNITY) - {"so", "ps"}
GTTS = frozenset(lang.COMMUNITY) - {"fa", "ku", "ti", "so", "ps"}
PIPER = frozenset(lang.COMMUNITY) - {"bn", "gu", "pa", "ur", "ta", "lt", "sq", "am", "ti", "ku", "so", "ps"}


def options(source: str, target: str) -> tuple[str, ...]:
    """Return what would translate the pair, best first, each with how to get it."""
    one, other = lang.primary(source), lang.primary(target)
    found = []
    if {one, other} <= ARGOS | {"en"}:
        found.append(f"the engine argos after `plainspoken languages add {other if one == 'en' else f'{one} {other}'}`")
    if one == "en" and other in APERTIUM:
        found.append(f"the engine apertium after `apt install apertium {' '.join(APERTIUM[other])}`")
    if {one, other} <= NLLB:
        found.append("a translation server with NLLB models, or a chat model, or people")
    return tuple(found)


def voices_for(tag: str) -> tuple[str, ...]:
    """Return what would speak the language, best first, each with how to get it."""
    code = lang.primary(tag)
    if lang.script(tag) != lang.script(code):
        return ()
    found = []
    if code in ESPEAK:
        found.append("espeak, after `pip install 'plainspoken[espeak]'`")
    if code in PIPER:
        found.append("piper, with a voice file")
    if code in GTTS:
        found.append("gtts, which sends the text to Google: `pip install 'plainspoken[gtts]'` and `--narrator gtts`")
    return tuple(found)
