# ruff: noqa: E501 - releases read best a sentence a line
"""Small releases and narrations, built by hand for the tests."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from plainspoken.model import Block, Inline, Release, Role, Section, Segment, State, plain
from plainspoken.narration import Clip, Cue, Narration, Word

RATE, FRAME = 22050, 576  # MPEG-2 layer III: samples a second, samples a frame


def block(ident: str, *sentences: str | tuple[Inline, ...], kind: str = "paragraph", **more: object) -> Block:
    """Make a block of running text, a sentence for each argument."""
    segments = [
        Segment(f"{ident}.s{number}", plain(one) if isinstance(one, str) else one, gap=" ")
        for number, one in enumerate(sentences, start=1)
    ]
    return Block(ident, kind, tuple(segments), **more)  # type: ignore[arg-type]


def parts(ident: str, kind: str, cells: dict[str, str], **more: object) -> Block:
    """Make a block of named parts: list items, table cells, caption, alt, credit."""
    segments = tuple(Segment(f"{ident}.{part}.s1", plain(text), part=part) for part, text in cells.items())
    return Block(ident, kind, segments, **more)  # type: ignore[arg-type]


def section(ident: str, role: Role, *blocks: Block) -> Section:
    return Section(ident, role, blocks)


def link(text: str, href: str) -> Inline:
    return Inline("link", text, href=href)


def release() -> Release:
    """A release with every role and kind of block."""
    return Release(
        lang="en-GB",
        published="2026-02-10T14:05:00+00:00",
        publisher="Wessex Valley Police",
        url="https://newsroom.wessex-valley-police.example/news/50841",
        sections=(
            section("headline", "headline", block("headline.h1", "Man jailed after breaking a court order", kind="heading", level=1)),
            section("standfirst", "standfirst", block("standfirst.p1", "He kept contacting his former partner although a court had told him to stop.")),
            section("body", "body", *_body()),
            section("help", "helpline", *_help()),
            section(
                "notes", "notes",
                parts("notes.l1", "list", {"i1": "The woman has asked not to be named.", "i2": "A photo is available."}, ordered=True),
            ),
            section(
                "contact", "contact",
                block("contact.p1", "Press office: 01632 960147."),
            ),
        ),
    )  # fmt: skip


def _body() -> tuple[Block, ...]:
    order = link("restraining order", "https://www.wessex-valley-police.example/advice/orders")
    return (
        block("body.p1", (Inline("strong", "Daniel Harcastle"), Inline("text", ", 38, was sentenced at Marlbrook Crown Court on Monday.")), "He pleaded guilty to three charges."),
        block("body.p2", (Inline("text", "Under a new "), order, Inline("text", ", he must not contact the woman until 2036."))),
        block("body.h2", "“Her evidence was vital”", kind="heading", level=2),
        block("body.q1", "I want to thank the woman at the centre of this case for her courage.", kind="quote", speaker="Detective Sergeant Priya Nandakumar"),
        block("body.q2", "She kept every message, and her evidence was vital.", kind="quote", speaker="Detective Sergeant Priya Nandakumar"),
        block("body.h3", "What the court heard", kind="heading", level=4),
        parts("body.l1", "list", {"i1": "He went to her home at night.", "i2": "He sent 47 messages.", "i2.1": "They came from two phones.", "i3": "He broke a window."}),
        parts(
            "body.t1", "table",
            {"r1.c1": "Offence", "r1.c2": "Sentence", "r2.c1": "Breach of the order", "r2.c2": "26 months", "r3.c1": "Criminal damage", "r3.c2": "2 months"},
            shape=(3, 2), header_rows=1,
        ),
        parts("body.f1", "figure", {"alt": "The front steps of Marlbrook Crown Court", "caption": "The court sat on Monday.", "credit": "Photo: Court Service"}, src="https://static.example/court.jpg"),
        block("body.p3", "The judge said the messages had caused lasting fear.", "Officers will check on him after his release.", "They ask anyone who knows of a breach to call 101."),
    )  # fmt: skip


def _help() -> tuple[Block, ...]:
    return (
        block("help.h1", "How to get help", kind="heading", level=2),
        block("help.p1", (Inline("text", "If you are in danger now, call "), Inline("strong", "999"), Inline("text", "."))),
        block("help.p2", (Inline("text", "The National Domestic Abuse Helpline is free, day and night: "), link("0808 2000 247", "tel:08082000247"), Inline("text", "."))),
        block("help.p3", "You do not have to give your name."),
    )  # fmt: skip


def easy() -> Release:
    """The easy-read edition of `release`, two sentences with a picture."""
    made = release()
    return replace(
        made,
        edition="easy",
        sections=(
            section("headline", "headline", block("headline.h1", "A man is in prison", kind="heading", level=1)),
            section("easy", "body", *_easy_body()),
            section("help", "helpline", block("help.h1", "How can I get help?", kind="heading", level=2), block("help.p1", "Are you in danger now? Call 999.")),
        ),
    )  # fmt: skip


def _easy_body() -> tuple[Block, ...]:
    return (
        block("easy.h1", "What happened?", kind="heading", level=2),
        block("easy.p1", "A court sent a man to prison.", "He will be there for 26 months."),
        block("easy.p2", "He did not leave a woman alone.", "A court had told him to stop."),
        parts("easy.l1", "list", {"i1": "He went to her home.", "i2": "He sent her 47 messages."}),
    )


def translated(
    made: Release, lang: str, texts: Iterable[str], state: State = "translated", engine: str = "memory"
) -> Release:
    """Return a release in another language: its sentences replaced in order, those left over untranslated."""
    words = iter(texts)

    def change(one: Segment) -> Segment:
        text = next(words, None)
        if text is None:
            return replace(one, source=one.text)
        return replace(one, spans=plain(text), source=one.text, state=state, engine=engine)

    return replace(made.map(change), lang=lang, source_lang=made.lang)


def narration(made: Release, seconds: float = 1.2, sections: Sequence[str] | None = None) -> Narration:
    """Return a narration of a release: a quiet tone, each sentence as long as the others."""
    clips, cues, now = [], [], 0.0
    for one in made.sections:
        segments = [segment for part in one.blocks for segment in part.segments if segment.part != "credit"]
        if not segments or (sections is not None and one.id not in sections):
            continue
        begins = now
        for segment in segments:
            cues.append(_cue(segment, now, now + seconds - 0.2))
            now += seconds
        frames = math.ceil((now - begins) * RATE / FRAME)
        now = begins + frames * FRAME / RATE
        clips.append(Clip(one.id, one.heading or one.id, begins, now, tone(frames)))
    return Narration(made.lang, made.edition, tuple(clips), tuple(cues), "tone", "tone")


def _cue(segment: Segment, begins: float, ends: float) -> Cue:
    words, at = [], 0
    pieces = segment.text.split(" ")
    share = (ends - begins) / len(pieces)
    for number, piece in enumerate(pieces):
        words.append(Word(at, at + len(piece), begins + number * share, begins + (number + 1) * share))
        at += len(piece) + 1
    return Cue(segment.id, segment.text, begins, ends, tuple(words))


@lru_cache(maxsize=64)
def tone(frames: int) -> bytes:
    """Return an MP3 of a quiet tone, `frames` frames long."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.set_bit_rate(48)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(7)
    encoder.silence()
    wave = array("h", (int(3000 * math.sin(index * 0.06)) for index in range((frames - 1) * FRAME - 1105)))
    return bytes(encoder.encode(wave.tobytes())) + bytes(encoder.flush())


URDU = (
    "عدالتی حکم توڑنے پر ایک شخص کو قید",
    "عدالت کے منع کرنے کے باوجود وہ اپنی سابقہ ساتھی سے رابطہ کرتا رہا۔",
    "ڈینیئل ہارکاسل، 38 سال، کو پیر کے دن مارل بروک کراؤن کورٹ میں سزا سنائی گئی۔",
    "اس نے تین الزامات قبول کیے۔",
    "نئے حکم کے تحت وہ 2036 تک خاتون سے رابطہ نہیں کر سکتا۔",
    "”ان کی گواہی نہایت اہم تھی“",
    "میں اس مقدمے کی مرکزی خاتون کا ان کی ہمت پر شکریہ ادا کرنا چاہتی ہوں۔",
    "انہوں نے ہر پیغام محفوظ رکھا، اور ان کی گواہی نہایت اہم تھی۔",
    "عدالت نے کیا سنا",
    "وہ رات کے وقت ان کے گھر گیا۔",
    "اس نے 47 پیغامات بھیجے۔",
    "وہ دو فونوں سے آئے۔",
    "اس نے ایک کھڑکی توڑ دی۔",
    "جرم",
    "سزا",
    "حکم کی خلاف ورزی",
    "26 ماہ",
    "مجرمانہ نقصان",
    "2 ماہ",
    "مارل بروک کراؤن کورٹ کی سامنے کی سیڑھیاں",
    "عدالت پیر کو بیٹھی۔",
    "تصویر: کورٹ سروس",
    "جج نے کہا کہ پیغامات نے دیرپا خوف پیدا کیا۔",
    "رہائی کے بعد افسران اس پر نظر رکھیں گے۔",
    "وہ کہتے ہیں کہ خلاف ورزی کا علم ہو تو 101 پر فون کریں۔",
    "مدد کیسے حاصل کریں",
    "اگر آپ ابھی خطرے میں ہیں تو 999 پر فون کریں۔",
    "نیشنل ڈومیسٹک ابیوز ہیلپ لائن دن رات مفت ہے: 0808 2000 247۔",
    "آپ کو اپنا نام بتانے کی ضرورت نہیں۔",
    "خاتون نے اپنا نام ظاہر نہ کرنے کی درخواست کی ہے۔",
)
URDU_EASY = (
    "ایک شخص جیل میں ہے",
    "کیا ہوا؟",
    "عدالت نے ایک شخص کو جیل بھیجا۔",
    "وہ 26 ماہ وہاں رہے گا۔",
    "اس نے ایک خاتون کو تنہا نہیں چھوڑا۔",
    "عدالت نے اسے رکنے کا حکم دیا تھا۔",
    "وہ ان کے گھر گیا۔",
    "اس نے انہیں 47 پیغامات بھیجے۔",
    "میں مدد کیسے حاصل کر سکتا ہوں؟",
    "کیا آپ ابھی خطرے میں ہیں؟ 999 پر فون کریں۔",
)


def editions() -> list[Release]:
    """The release and its easy-read edition, in English and in Urdu."""
    return [release(), easy(), translated(release(), "ur", URDU), translated(easy(), "ur", URDU_EASY)]
