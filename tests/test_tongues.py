"""The language of a page: asked for, declared, or told by its words."""

from __future__ import annotations

import pytest

from plainspoken import steps
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read
from plainspoken.tongues import foreign, guess, strange

TEXTS = {
    "en": "The council said that the bridge was closed because of the flood and will not open again before May.",
    "cy": "Mae’r cyngor wedi dweud bod y bont ar gau oherwydd y llifogydd ac na fydd yn agor eto tan fis Mai.",
    "de": "Der Rat hat mitgeteilt, dass die Brücke wegen des Hochwassers gesperrt ist und nicht vor Mai öffnen wird.",
    "fr": "Le conseil a dit que le pont est fermé à cause des inondations et qu’il ne sera pas ouvert avant mai.",
    "es": "El consejo dijo que el puente está cerrado por la inundación y que no se abrirá hasta mayo.",
    "pt": "A câmara disse que a ponte está fechada por causa da cheia e que não vai abrir até maio.",
    "it": "Il consiglio ha detto che il ponte è chiuso per la piena del fiume e che non riaprirà prima di maggio.",
    "ro": "Consiliul a spus că podul este închis din cauza inundației și că nu va fi deschis până în luna mai.",
    "pl": "Rada podała, że most jest zamknięty z powodu powodzi i że nie będzie otwarty przed majem.",
    "lt": "Taryba pranešė, kad tiltas yra uždarytas dėl potvynio ir kad jis nebus atidarytas iki gegužės.",
    "tr": "Belediye, köprünün sel için kapalı olduğunu ve bir vapur ile geçileceğini söyledi.",
    "sq": "Këshilli tha se ura është e mbyllur për shkak të përmbytjes dhe që nuk do të hapet deri në maj.",
    "so": "Goluhu wuxuu sheegay in buundadu ay xiran tahay oo aan la furi doonin ilaa bisha May, waxaa jira doon.",
    "vi": "Hội đồng cho biết cây cầu đã bị đóng và không được mở lại trong tháng này, với những người cần qua sông.",
    "ar": "قال المجلس إن الجسر مغلق بسبب الفيضان وإنه لن يفتح قبل شهر مايو، وقد طلب من الناس الحذر.",
    "fa": "شورا گفت که پل به دلیل سیل بسته است و تا ماه مه باز نخواهد شد و از مردم خواست که با قایق بروند.",
    "ur": "کونسل نے کہا ہے کہ پل سیلاب کی وجہ سے بند ہے اور مئی سے پہلے نہیں کھلے گا، اس لیے لوگ کشتی کا استعمال کریں۔",
    "ps": "شورا وویل چې پل د سیلاب له امله تړلی دی او د مې تر میاشتې به نه پرانیستل کېږي، په دې کې کښتۍ شته.",
    "bn": "পরিষদ বলেছে যে বন্যার কারণে সেতুটি বন্ধ আছে এবং মে মাসের আগে খোলা হবে না।",
    "pa": "ਕੌਂਸਲ ਨੇ ਕਿਹਾ ਕਿ ਹੜ੍ਹ ਕਾਰਨ ਪੁਲ ਬੰਦ ਹੈ ਅਤੇ ਮਈ ਤੋਂ ਪਹਿਲਾਂ ਨਹੀਂ ਖੁੱਲ੍ਹੇਗਾ।",
    "gu": "કાઉન્સિલે કહ્યું કે પૂરને કારણે પુલ બંધ છે અને મે પહેલાં ખૂલશે નહીં.",
    "ta": "வெள்ளத்தால் பாலம் மூடப்பட்டுள்ளது, மே மாதத்திற்கு முன் திறக்கப்படாது என்று மன்றம் கூறியது.",
    "hi": "परिषद ने कहा है कि बाढ़ के कारण पुल बंद है और मई से पहले नहीं खुलेगा, लोग नाव का उपयोग करें।",
    "zh": "市议会表示，大桥因洪水关闭，五月以前不会重新开放，请市民乘坐渡船，并不要靠近河岸。",
    "uk": "Рада повідомила, що міст закрито через повінь і що його не відкриють до травня, для людей є пором.",
    "am": "ምክር ቤቱ ድልድዩ በጎርፍ ምክንያት ተዘግቷል ብሏል እና ከግንቦት በፊት አይከፈትም ነው ያለው ይህ ግን ለሰዎች ጀልባ አለ።",
}


@pytest.mark.parametrize("tag", TEXTS)
def test_told_by_its_words(tag: str) -> None:
    """One sentence is enough to tell the community languages apart."""
    found = guess(TEXTS[tag])
    assert found is not None
    assert found.lang == tag


def page(text: str, declared: str = "") -> Page:
    attribute = f' lang="{declared}"' if declared else ""
    return Page(f"<html{attribute}><main><h1>{text[:40]}</h1><p>{text}</p><p>{text}</p></main>".encode())


def test_declared() -> None:
    """A declared language is taken, in canonical form."""
    release = read(page(TEXTS["en"], "EN_gb"))
    assert release.lang == "en-GB"
    assert not [found for found in release.findings if found.code.startswith("language")]


def test_not_declared() -> None:
    """Without a declaration the words tell, and the guess is reported."""
    release = read(page(TEXTS["pl"]))
    assert (release.lang, release.findings[0].code) == ("pl", "language-guessed")


def test_declared_and_different() -> None:
    """Where the words look like another language, a person is told."""
    release = read(page(TEXTS["fr"], "en"))
    assert release.lang == "en"
    assert "language-differs" in [found.code for found in release.findings]


def test_declared_in_another_script() -> None:
    """A declaration that the script contradicts can't be meant."""
    release = read(page(TEXTS["ur"], "en"))
    assert release.lang == "ur"
    assert "language-differs" in [found.code for found in release.findings]


def test_asked_for() -> None:
    """Who asks for a language gets it, without a word about it."""
    release = read(page(TEXTS["en"], "fr"), lang="en-GB")
    assert release.lang == "en-GB"
    assert not [found for found in release.findings if found.code.startswith("language")]


@pytest.mark.parametrize("declared", ["", "x", "und", "not a tag", "en<script>", "zz-zz-zz-zz-zz-zz-zz-zz-zz-zz-zz-zz"])
def test_nonsense_is_ignored(declared: str) -> None:
    """A declaration that is no language tag counts as none."""
    assert read(page(TEXTS["en"], declared)).lang == "en"


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        (f"A leaflet says: {TEXTS['ta']}", ["ta"]),
        (f"A leaflet says: {TEXTS['ur']}", ["ur"]),
        ("The word ਪੁਲ means bridge, and so does પુલ.", ["pa", "gu"]),
        ("The word پل means bridge.", []),
        ("An angle α of 5 µm, a naïve café, and Łódź.", []),
        (TEXTS["en"], []),
        (TEXTS["vi"], []),
    ],
)
def test_runs_in_another_script(text: str, tags: list[str]) -> None:
    """Words in a script that one language has to itself are its words; of a shared script, only what is sure."""
    assert [tag for _, _, tag in foreign(text, "Latn")] == tags


def test_another_script_is_marked() -> None:
    """Such words are marked in the release, and nothing of its text changes."""
    text = f"{TEXTS['en']} A leaflet in Tamil says: {TEXTS['ta']}"
    release = read(page(text, "en"))
    marked = {(span.lang, span.text) for one in release.segments() for span in one.spans if span.kind == "lang"}
    assert {tag for tag, _ in marked} == {"ta"}
    assert text in [block.text for block in release.blocks()]


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("It said “Mae ar gau heddiw ac yn y nos” there.", "en", [("Mae ar gau heddiw ac yn y nos", "cy")]),
        ("The force, Heddlu Gogledd Cymru, has moved.", "en", []),
        ("Councillor Ana de la Cruz y Vega spoke.", "en", []),
        ("Police arrest man near Leeds station", "en", []),
        ("Sie rief: It was the best day of my life. Dann ging sie.", "de", [("It was the best day of my life", "en")]),
        ("Bydd ar agor. It will be open to all of us. Diolch.", "cy", [("It will be open to all of us", "en")]),
    ],
)  # fmt: skip
def test_phrases_in_another_language(text: str, lang: str, found: list[tuple[str, str]]) -> None:
    """A phrase that only another language would say so is known by its common words; names and short ones are not."""
    assert [(text[start:end], tag) for start, end, tag in strange(text, lang)] == found


def test_neighbouring_phrases_are_one_run() -> None:
    """Sentences of one other language that follow each other are one run, in the words of the page."""
    said = "Bydd y llyfrgell ar agor i bawb. Mae’r siop hefyd ar agor ac yn y dref. It is free for all of us."
    page = f"<main><h1>The library opens</h1><p>{said}</p><p>{TEXTS['en']}</p></main>"
    (welsh, _, _) = [segment for segment in steps.parse(page, lang="en").segments() if segment.id.startswith("lead")]
    assert (welsh.spans[0].kind, welsh.spans[0].lang) == ("lang", "cy")
