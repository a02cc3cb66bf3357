"""The words of newsrooms: parts, helplines and embargoes in many languages, and what looks alike."""

from __future__ import annotations

import pytest

from plainspoken.readers.roles import wording


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Notes to editors", "notes"), ("Note to news desks", "notes"), ("Nodiadau i olygyddion", "notes"),
        ("Hinweise an die Redaktionen", "notes"), ("Notes aux rédacteurs", "notes"), ("Nota para editores", "notes"),
        ("Informacje dla mediów", "notes"), ("Editörlere not", "notes"), ("ملاحظات للمحررين", "notes"),
        ("Media contact", "contact"), ("Cyswllt i’r wasg", "contact"), ("Pressestelle", "contact"),
        ("Contact presse", "contact"), ("Ufficio stampa", "contact"), ("Biuro prasowe", "contact"),
        ("Contact de presă", "contact"), ("Perscontact", "contact"), ("Basın iletişim", "contact"),
        ("About the council", "boilerplate"), ("À propos d’Écoute", "boilerplate"),
        ("پولیس کے بارے میں", "boilerplate"),
        ("Where to get help", "helpline"), ("Dónde pedir ayuda", "helpline"), ("Numeri utili", "helpline"),
        ("Gdzie szukać pomocy", "helpline"), ("সহায়তা পেতে", "helpline"), ("मदद कैसे लें", "helpline"),
        ("如何获得帮助", "helpline"), ("Contact between neighbours", None), ("The press and the law", None),
    ],
)  # fmt: skip
def test_headings_of_parts(heading: str, role: str | None) -> None:
    """A heading names a part by its words as a whole, in any language; with other words it belongs to the story."""
    assert wording.role_of_heading(heading) == role


@pytest.mark.parametrize(
    "line",
    [
        "In an emergency, always call 999.", "Text NIGHT to 85258.", "Samaritans: call free on 116 123.",
        "Email support@lantern.example for confidential advice.", "Chat online at lantern.example for support.",
        "Ffoniwch 101 neu, mewn argyfwng, 999.", "Im Notfall wählen Sie 110.", "En cas d’urgence, composez le 112.",
        "Llame gratis al 016.", "Chiamate il 112.", "Zadzwoń pod 116 123.", "Sunați la 112.", "Ligue para o 112.",
        "Bel in nood 112.", "Acil durumda 112'yi arayın.", "في حالات الطوارئ اتصل بالرقم ٩٩٩.",
        "ہنگامی صورت میں 999 پر کال کریں۔", "জরুরি অবস্থায় ৯৯৯ নম্বরে ফোন করুন।", "आपात स्थिति में 112 पर फ़ोन करें।",
        "ਐਮਰਜੈਂਸੀ ਵਿੱਚ 999 ਤੇ ਕਾਲ ਕਰੋ।", "Wac 999 xaalad degdeg ah.", "Телефонуйте 112.", "紧急情况请拨打 999。",
    ],
)  # fmt: skip
def test_help_is_told(line: str) -> None:
    """A line that tells people what number, address or chat to turn to is help, in any script and with its digits."""
    assert wording.is_help(line)


@pytest.mark.parametrize(
    "line",
    [
        "Press office: 01632 960322.", "Journalists can call the news desk on 01632 960322 for information.",
        "Ymholiadau’r wasg: ffoniwch 01632 960322.", "Pressestelle: Telefon 06031 555120.",
        "The council fixed 116 lamps.",
        "Call in at any of 101 homes.", "The fine was £999.", "He rang the bell at 9.11pm.",
    ],
)  # fmt: skip
def test_what_is_no_help(line: str) -> None:
    """A press office's number and a number that counts something are no help."""
    assert not wording.is_help(line)


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED UNTIL 00:01 on 4 March 2026", "Strictly under embargo until noon",
        "NOT FOR PUBLICATION BEFORE 9am, 4 March",
        "Sperrfrist: 4. März 2026, 10 Uhr", "Sous embargo jusqu’au 4 mars 2026", "Embargado hasta el 4 de marzo",
        "Sotto embargo fino al 4 marzo", "Embargo do 4 marca 2026", "Sub embargo până la 4 martie",
        "Sob embargo até 4 de março",
        "Onder embargo tot 4 maart", "Dan embargo tan 4 Mawrth", "حظر نشر حتى 4 مارس",
    ],
)  # fmt: skip
def test_embargo_is_told(line: str) -> None:
    """A line that forbids earlier publication is an embargo in many wordings and languages."""
    assert wording.is_embargo(line)


@pytest.mark.parametrize("line", ["For release of the hostages, talks go on.", "The embargo on steel ended in March."])
def test_what_is_no_embargo(line: str) -> None:
    """A sentence about an embargo or a release is none."""
    assert not wording.is_embargo(line)


@pytest.mark.parametrize("line", ["ENDS", "- Ends -", "-30-", "###", "Diwedd", "Ende", "انتهى", "समाप्त"])
def test_end_mark(line: str) -> None:
    """The line under the last words of a story is told in many languages."""
    assert wording.is_end(line)
