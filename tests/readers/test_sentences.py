"""Sentences: where they end, in a newsroom's prose and in many scripts."""

from __future__ import annotations

from itertools import pairwise

import pytest

from plainspoken.readers.sentences import spans


def split(text: str, lang: str = "en") -> list[str]:
    return [text[start:end] for start, end in spans(text, lang)]


# Each case is one text, its sentences parted by a bar.
ENGLISH = [
    "Det. Supt. Jo Roe spoke to Insp. Ali Khan and P.C. Brown.|They left.",
    "Mr. Smith and Dr. Jones live at No. 10 Mill St. near St. Mary’s Church.|They met in 2019.",
    "It opens at 9 a.m. on Monday.|It closes at 5 p.m. on Friday.",
    "He came at 9 p.m.|The door was open.",
    "On Jan. 5 and Sept. 12, 2026, it rained.|It stopped.",
    "Bring some proof, e.g. a bill, i.e. a letter.|Call us.",
    "The U.S. Attorney of the U.S. Department of Justice said so.|We agree.",
    "It cost £1.5 million.|It was 3.7 km long.",
    "Write to help@example.org or see www.example.org/a.b for more.|Thank you.",
    "“Stop!” she said.|He did.",
    "“Is it safe?” asked Mr. Roe.|“It is,” she said.|“Go.”",
    "She said: “It is not safe.|Please stay at home.”|He agreed.",
    '"It spreads easily," she added.|"It is never too late."',
    "“They worry.|They worry about their children.",
    "Was it you?|Yes!|You get minutes… no, seconds.|Go.",
    "The rules (see No. 4. of the Act) apply.|They are new.",
    "John F. Kennedy came.|J. R. R. Tolkien did not.",
    "Sgt. Lee, of Co. Durham, et al. came.|The end.",
    "Call 0808 2000 247.|It is free.",
]


@pytest.mark.parametrize("case", ENGLISH)
def test_english(case: str) -> None:
    """Ranks, abbreviations, times, numbers and addresses end no sentence; quotations are cut at theirs."""
    assert split(case.replace("|", " ")) == case.split("|")


@pytest.mark.parametrize(
    ("lang", "case", "joint"),
    [
        ("ar", "وقالت: «كثير من النساء لا يتصلن بنا.|نحن هنا».|هل هذا صحيح؟|نعم.", " "),
        ("ur", "یہ ایک جملہ ہے۔|یہ دوسرا ہے۔|کیا آپ ٹھیک ہیں؟|ہاں۔", " "),
        ("bn", "এটি একটি বাক্য।|এটি দ্বিতীয়।", " "),
        ("hi", "यह पहला वाक्य है।|यह दूसरा है।", " "),
        ("zh", "桥关闭了。|他说：“请坐渡船。”|好的！", ""),
        ("am", "ይህ የመጀመሪያው ነው።|ያ ሁለተኛው ነው።", " "),
        ("cy", "Bydd ar agor o 9am.|Ni fydd angen apwyntiad.", " "),
        ("de", "Am 3. März kam Dr. Müller.|Er ging z. B. heim.", " "),
        ("pl", "Most jest zamknięty.|Prosimy korzystać z promu.", " "),
        ("so", "Buundada waa xiran tahay.|Fadlan isticmaal doonta.", " "),
        ("ti", "እዚ ናይ መጀመርታ እዩ።|እቲ ካልኣይ እዩ።", " "),
        ("ta", "பாலம் மூடப்பட்டுள்ளது.|படகைப் பயன்படுத்தவும்.", " "),
    ],
)
def test_other_languages(lang: str, case: str, joint: str) -> None:
    """The full stops of other scripts end sentences too."""
    assert split(case.replace("|", joint), lang) == case.split("|")


def test_line_breaks() -> None:
    """A line break ends a sentence, except in the middle of one."""
    assert split("Town Hall\nMarket Place\nPennerley") == ["Town Hall", "Market Place", "Pennerley"]
    assert split("The bridge is\nclosed. Use the\nferry.") == ["The bridge is\nclosed.", "Use the\nferry."]


@pytest.mark.parametrize("case", ENGLISH)
def test_nothing_is_lost(case: str) -> None:
    """Sentences and the white space between them are the whole text."""
    text = case.replace("|", " ")
    found = spans(text, "en")
    gaps = [text[end:start] for (_, end), (start, _) in pairwise(found)]
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert all(gap.isspace() for gap in gaps)
