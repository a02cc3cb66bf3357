"""The signs of the International Phonetic Alphabet (IPA chart of 2020)."""

from __future__ import annotations

_LETTERS = frozenset(
    "pbtdʈɖcɟkɡgqɢʔmɱnɳɲŋɴʙrʀⱱɾɽɸβfvθðszʃʒʂʐçʝxɣχʁħʕhɦɬɮʋɹɻjɰlɭʎʟʘǀǃǂǁɓɗʄɠʛʍwɥʜʢʡɕʑɺɧ"
    "iyɨʉɯuɪʏʊeøɘɵɤoəɛœɜɞʌɔæɐaɶɑɒɚɝɫᵻᵿʦʣʧʤʨʥ"
)
# Stress, length, breaks, ties, tones; then the diacritics, which combine.
_MARKS = frozenset("ˈˌːˑ̆|‖.‿ -͜͡ʰʷʲˠˤⁿˡʼ˞˥˦˧˨˩↑↓↗↘'’,")


def unknown(text: str) -> str:
    """Return the first character of a text that is no sign of the IPA; the empty string where all are.

    >>> unknown("ˈsʌðək"), unknown("SUTH-uk")
    ('', 'S')
    """
    return next((one for one in text if not (one in _LETTERS or one in _MARKS or "\u0300" <= one <= "\u036f")), "")
