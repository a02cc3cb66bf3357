"""Easy read in other languages: each rule that holds there finds its fault, and passes by what is sound."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.checks.elsewhere import check
from plainspoken.findings import CODES
from plainspoken.lint import lint
from plainspoken.model import Block, Inline, Release, Section, Segment, plain

SAMPLES = Path(__file__).parents[2] / "samples"
LONG = {
    "es": ("dato", 18),
    "tr": ("veri", 13),
    "ur": ("لفظ", 20),
    "ta": ("சொல்", 12),
    "zh": ("字", 25),
}


def edition(tag: str, *texts: str, rule: str = "verbatim", bold: str = "") -> Release:
    """Return an easy edition of these sentences; with `bold`, that word of the first stands out."""
    made = []
    for number, text in enumerate(texts, start=2):
        before, word, after = text.partition(bold) if bold and number == 2 else (text, "", "")
        spans = (*plain(before), Inline("strong", word), *plain(after)) if word else plain(text)
        named = rule if number > 2 else "verbatim"
        one = Segment(f"body.p{number}.s1", spans, rule=named, origin=("body.p1.s1",))
        made.append(Block(f"body.p{number}", "paragraph", (one,)))
    return Release(tag, (Section("body", "body", tuple(made)),), edition="easy")


def translated(tag: str, *texts: str, rule: str = "verbatim", bold: str = "") -> Release:
    made = edition(tag, *texts, rule=rule, bold=bold)
    return made.map(lambda segment: replace(segment, state="translated", engine="memory"))


def codes(tag: str, source: str, target: str) -> list[str]:
    return [one.code for one in check(edition("en", source), translated(tag, target))]


@pytest.mark.parametrize("tag", LONG)
def test_as_long_as_its_language_lets_it_be(tag: str) -> None:
    """A sentence of the most words of its language has no finding; with one more it has, and the finding says both."""
    word, most = LONG[tag]
    between = "" if tag == "zh" else " "
    assert codes(tag, "It is free.", between.join([word] * most)) == []
    (found,) = check(edition("en", "It is free."), translated(tag, between.join([word] * (most + 1))))
    assert (found.code, found.at) == ("sentence-long", f"{tag}:body.p2.s1")
    assert f"It has {most + 1} " in found.message and f"{most} are the most" in found.message


@pytest.mark.parametrize(
    ("code", "tag", "source", "target"),
    [
        ("easy-shortened", "es", "Bring a card, such as a pass.", "Traiga una tarjeta, p. ej. un pase."),
        ("easy-shortened", "de", "Bring a card, such as a pass.", "Bringen Sie z.B. einen Pass mit."),
        ("easy-shortened", "fr", "Bring a card and more.", "Apportez une carte, etc."),
        ("easy-shortened", "tr", "Bring a card, such as a pass.", "Kart getirin, örn. pasaport."),
        ("easy-shortened", "pl", "It opens at 5pm.", "Otwarte od godz. 17."),
        ("easy-percentage", "ar", "It is 1 in 3.", "النسبة ٣٠٪ من الناس."),
        ("easy-percentage", "es", "It is 1 in 3.", "Es el 30 por ciento."),
        ("easy-percentage", "ur", "It is 1 in 3.", "یہ 30 فیصد ہے۔"),
        ("easy-percentage", "tr", "It is 1 in 3.", "Bu %30 demek."),
        ("easy-number-word", "es", "We have 3 rooms.", "Tenemos tres salas."),
        ("easy-number-word", "pl", "We have 7 rooms.", "Mamy siedem pokoi."),
        ("easy-number-word", "zh", "We have 3 rooms.", "我们有三个房间。"),
        ("easy-number-word", "ur", "We have 4 rooms.", "ہمارے پاس چار کمرے ہیں۔"),
        ("easy-date-form", "es", "Come on 14 March 2026.", "Venga el 14/03/2026."),
        ("easy-date-form", "pl", "Come on 14 March 2026.", "Przyjdź 14.03.2026."),
        ("easy-date-form", "lt", "Come on 14 March 2026.", "Ateikite 2026-03-14."),
        ("easy-capitals", "es", "Do not come in.", "NO ENTRE AQUÍ."),
        ("easy-capitals", "uk", "Do not come in.", "НЕ ЗАХОДЬТЕ СЮДИ."),
        ("easy-acronym", "es", "The charity helps.", "La ONG ayuda."),
        ("easy-acronym", "cy", "Call NHS 111.", "Ffoniwch GIG 111."),
        ("easy-line-shared", "es", "Come in, it is free.", "Entre. ¡Es gratis! Gratis de verdad."),
        ("easy-line-shared", "zh", "Come in, it is free.", "请进。是免费的。"),
        ("easy-line-shared", "ur", "Come in, it is free.", "اندر آئیں۔ یہ مفت ہے۔"),
        ("easy-line-shared", "bn", "Come in, it is free.", "ভিতরে আসুন। এটা বিনামূল্যে।"),
        ("easy-word-broken", "de", "The police station is open.", "Die Polizei\u00adwache ist offen."),
    ],
)
def test_each_rule(code: str, tag: str, source: str, target: str) -> None:
    """A translation that breaks one rule is told so by the code of that rule, and by no other."""
    assert codes(tag, source, target) == [code]


@pytest.mark.parametrize(
    ("tag", "source", "target"),
    [
        ("es", "He has 1 charge.", "Tiene un cargo."),
        ("es", "We have 3 rooms.", "Tenemos 3 salas."),
        ("ar", "We have 3 rooms.", "لدينا ٣ غرف."),
        ("es", "Mr Lee is here.", "El Sr. Lee está aquí."),
        ("fr", "We have won, it is free.", "Il n’y a rien d’autre, c’est gratuit."),
        ("es", "Ann said: “Come in. It is free.”", "Ann dijo: «Entre. Es gratis»."),
        ("es", "Ask the NHS.", "Pregunte a la NHS."),
        ("es", "Ask the charity.", "Pregunte a la organización (ONG)."),
        ("ar", "The MMR jab is free for you.", "لقاح MMR مجاني لك."),
        ("zh", "Come on 14 March 2026.", "请在2026年3月14日来。"),
        ("es", "Call 01632 960 440.", "Llame al 01632 960 440."),
        ("es", "Write to a.b@wey.example.", "Escriba a a.b@wey.example."),
        ("es", "Go to Wey.", "Vaya a WEY."),
        ("es", "It opens at 5.30pm.", "Abre a las 17.30."),
    ],
)
def test_what_is_sound(tag: str, source: str, target: str) -> None:
    """Articles, kept names, quotations, plain dates and figures, titles before a name: none is a finding."""
    assert codes(tag, source, target) == []


@pytest.mark.parametrize(
    ("tag", "first", "second", "bold", "differs"),
    [
        ("es", "Vaya a un refugio.", "Un refugio es una casa segura.", "refugio", False),
        ("es", "Vaya a un refugio.", "Un albergue es una casa segura.", "refugio", True),
        ("pl", "Jest nakaz sądu.", "Nakazem sądu mówi się, co robić.", "nakaz", False),
        ("cy", "Mae hi mewn lloches.", "Mae’r loches yn ddiogel.", "lloches", False),
        ("ar", "لديه كفالة.", "الكفالة هي وعد.", "كفالة", False),
        ("ur", "وہ ضمانت پر ہے۔", "کفالت کا مطلب ہے وعدہ۔", "ضمانت", True),
        ("zh", "他被保释。", "保释是指可以回家。", "保释", False),
        ("zh", "他被保释。", "假释是指可以回家。", "保释", True),
        ("es", "Vaya a un refugio.", "Un albergue es una casa segura.", "", False),
    ],
)
def test_a_hard_word_and_its_explanation(tag: str, first: str, second: str, bold: str, differs: bool) -> None:
    """The sentence that explains a word uses that word, inflected or mutated; without a marked word nothing is said."""
    source = edition("en", "Go to a refuge.", "A refuge is a safe house.", rule="glossary", bold="refuge")
    found = check(source, translated(tag, first, second, rule="glossary", bold=bold))
    assert [(one.code, one.at) for one in found] == ([("easy-word-varies", f"{tag}:body.p3.s1")] if differs else [])


def test_what_is_not_translated_is_not_judged() -> None:
    """Sentences that stay in the source language, and those that need no words, are left to other findings."""
    source = edition("en", " ".join(["word"] * 30))
    left = replace(source, lang="es")
    copied = left.map(lambda one: replace(one, state="final", engine="copied"))
    assert check(source, left) == check(source, copied) == ()


def test_a_long_text() -> None:
    """An edition that says more than 1,000 English words do is told so once, in its language's own measure."""
    texts = ["Es gratis hoy."] * 401
    (found,) = check(edition("en", *["It is free."] * 401), translated("es", *texts))
    assert (found.code, found.at) == (
        "easy-text-long",
        "es",
    ) and "It has 1203 words; in this language 1200" in found.message


def test_every_code_is_declared() -> None:
    """No finding of these rules has a code of its own making."""
    assert "easy-word-varies" in CODES and CODES["easy-word-varies"][0] == "info"


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        ("es", "La reunión es el 14/03/2026.", [("line 1", "warning", "easy-date-form")]),
        ("es", "Es gratis.\nTraiga una tarjeta, p. ej. un pase.", [("line 2", "error", "easy-shortened")]),
        ("es", "Entre. Es gratis.", [("line 1", "info", "easy-line-shared")]),
        ("zh", "请在二月九日之前填写网上表格,并且带上您的身份证和所有的收据到市政厅。",
         [("line 1", "error", "sentence-long")]),
        ("fr", "C’est l’heure d’y aller.", []),
        ("es", "No hay nadie.", []),
        ("de", "Der Brief wurde von der Stadt geschickt.", []),
    ],
)  # fmt: skip
def test_anyones_text(tag: str, text: str, found: list[tuple[str, str, str]]) -> None:
    """`simplify --check` in another language holds only what holds there: no English contraction, passive or "not"."""
    assert [(one.at, one.level, one.code) for one in lint(text, lang=tag)] == found


@pytest.mark.parametrize("name", ["domestic-abuse", "flood-grants", "measles-clinics"])
@pytest.mark.parametrize("tag", ["es", "ur", "tr"])
def test_the_samples(name: str, tag: str) -> None:
    """A translated easy edition is checked on its way: what is too long is exactly what its measure says."""
    from plainspoken.checks.measure import measure

    easy = ps.simplify(ps.parse(SAMPLES / name / "page.html"))
    done = ps.translate(easy, tag, engine="identity", memory=SAMPLES / name / "memory.tmx")
    scale = measure(tag)
    long = [f"{tag}:{one.id}" for one in done.segments() if scale.count(one.text) > scale.longest]
    assert [one.at for one in done.findings if one.code == "sentence-long"] == long
    assert len(long) <= 3


def test_a_full_edition_is_not_held_to_it() -> None:
    """Only easy read is: the full edition may have sentences of any length."""
    page = "<main><h1>Road</h1><p>" + "The road is closed until 3 May and nobody knows why " * 3 + ".</p></main>"
    done = ps.translate(ps.parse(page, lang="en"), "es", engine="identity")
    assert not [one for one in done.findings if one.code == "sentence-long"]
