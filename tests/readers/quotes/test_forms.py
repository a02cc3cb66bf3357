"""The forms in which releases of many languages say who speaks: commented on, reported, signed, unnamed, in offices."""

from __future__ import annotations

import pytest

from plainspoken.readers.draft import Draft
from plainspoken.readers.looks import plain_run
from plainspoken.readers.quotes import attribute

# language, paragraph, speaker, title
CASES = [
    ("en", "Commenting on the verdict, DCI Mary Vale, who led the investigation, said: “He hid for years.”",
     "Mary Vale", "who led the investigation"),
    ("en", "Mary Vale, whose daughter was killed in 2019, said: “He hid for years and years.”",
     "Mary Vale", "whose daughter was killed in 2019"),
    ("en", "In a statement, the family of Mary Vale said: “She was the light of our lives.”",
     "the family of Mary Vale", None),
    ("en", "Speaking outside court, Mary Vale, from Hill Town, said: “He hid for years.”",
     "Mary Vale", "from Hill Town"),
    ("en", "Mary J. Vale, chair of the board, said: “We start the work in May.”", "Mary J. Vale", "chair of the board"),
    ("en", "“We start the work in May,” said Mary Vale-Hughes, chair of the board.", "Mary Vale-Hughes",
     "chair of the board"),
    ("en", "“We start the work in May,” said Khalid al-Masri, the imam.", "Khalid al-Masri", "the imam"),
    ("en", "Sergeant Siobhan O’Brien-McKay said: “We start the work in May.”", "Siobhan O’Brien-McKay", "Sergeant"),
    ("en", "“We start the work in May,” said Ahmad bin Rashid.", "Ahmad bin Rashid", None),
    ("en", "Energy Ombudsman Mary Vale KC commented: “We start the work in May.”", "Mary Vale", "Energy Ombudsman"),
    ("en", "Professor Dame Mary Vale DBE FRCN, chief nurse, said: “We start the work in May.”",
     "Mary Vale", "chief nurse"),
    ("en", "The council said: “We start the work in May and end in June.”", "The council", None),
    ("en", "“We start the work in May,” the trust said in a statement.", "the trust", None),
    ("en", "Hill Borough Council said: “We start the work in May and end in June.”", "Hill Borough Council", None),
    ("en", "A former care assistant, known to the inquiry as Witness 14, said: “I was told to wait outside.”",
     "A former care assistant", None),
    ("en", "“We start the work in May,” a spokesperson for Hill Council told the meeting.",
     "a spokesperson for Hill Council", None),
    ("en", "Supervisor Mary Vale, who represents the Third District, thanked the crews: “They did not sleep.”",
     "Mary Vale", "who represents the Third District"),
    ("en", "Bus driver Mary Vale said: “I used to drive the number four.”", "Mary Vale", "Bus driver"),
    ("en", "Lifeboat volunteer Mary Vale recalled: “I used to drive the number four.”", "Mary Vale",
     "Lifeboat volunteer"),
    ("en", "Mary, 34, said: “He had my keys, my phone and my name.”", "Mary", None),
    ("en", "“He had my keys, my phone and my name,” said Mary (not her real name).", "Mary", "not her real name"),
    ("en", "Welcoming the plan, Mary Vale, Mayor of Hill Town, said: “We start in May.”", "Mary Vale",
     "Mayor of Hill Town"),
    ("de", "„Wir beginnen im Mai“, so Ministerin Maria Tal.", "Maria Tal", "Ministerin"),
    ("de", "„Wir beginnen die Arbeit im Mai“, betont Maria Tal, Leiterin des Hauses.", "Maria Tal",
     "Leiterin des Hauses"),
    ("de", "Maria Tal: „Wir beginnen die Arbeit im Mai.“", "Maria Tal", None),
    ("de", "Busfahrerin Maria Tal erzählt: „Wir beginnen die Arbeit im Mai.“", "Maria Tal", "Busfahrerin"),
    ("fr", "« Nous commençons en mai », a déclaré Marie Val, maire de Colline.", "Marie Val", "maire de Colline"),
    ("fr", "Selon Marie Val, directrice du centre, « nous commençons les travaux en mai ».", "Marie Val",
     "directrice du centre"),
    ("fr", "« Nous commençons en mai », s’est félicitée la ministre Marie Val.", "Marie Val", "ministre"),
    ("fr", "« Nous commençons en mai », explique Marie Val, directrice de l’hôpital.", "Marie Val",
     "directrice de l’hôpital"),
    ("es", "«Empezamos la obra en mayo», ha dicho María Valle, directora del centro.", "María Valle",
     "directora del centro"),
    ("es", "Según María Valle: «Empezamos la obra en mayo».", "María Valle", None),
    ("es", "«Empezamos la obra en mayo», afirmó la alcaldesa, María Valle.", "María Valle", "alcaldesa"),
    ("es", "«Empezamos la obra en mayo», relata la enfermera María Valle.", "María Valle", "enfermera"),
    ("pl", "„Zaczynamy prace w maju” – podkreśla insp. Maria Dolna, komendantka powiatowa.", "Maria Dolna",
     "komendantka powiatowa"),
    ("pl", "– Zaczynamy prace w maju – mówi komendant powiatowy insp. Marek Dolny.", "Marek Dolny",
     "komendant powiatowy insp."),
    ("ro", "„Începem lucrările în mai”, a declarat comisarul Maria Vale.", "Maria Vale", "comisarul"),
    ("it", "«Cominciamo i lavori a maggio», ha commentato la sindaca Maria Valle.", "Maria Valle", "sindaca"),
    ("pt", "“Começamos a obra em maio”, afirmou a enfermeira Maria Vale.", "Maria Vale", "enfermeira"),
    ("pt", "Maria Vale, diretora do centro, sublinhou: “Começamos a obra em maio.”", "Maria Vale",
     "diretora do centro"),
    ("tr", "Belediye Başkanı Meryem Vadi, “Çalışmaya mayısta başlıyoruz.” ifadelerini kullandı.", "Meryem Vadi",
     "Belediye Başkanı"),
    ("tr", "Meryem Vadi, “Çalışmaya mayısta birlikte başlıyoruz” diye konuştu.", "Meryem Vadi", None),
    ("tr", "Hemşire Meryem Vadi ise “Çalışmaya mayısta başlıyoruz.” dedi.", "Meryem Vadi", "Hemşire"),
    ("ar", "وقال مدير المركز سامي حداد: «نبدأ العمل في شهر مايو».", "سامي حداد", "مدير المركز"),
    ("ar", "«نبدأ العمل في شهر مايو»، وقالت مريم الوادي، مديرة المركز.", "مريم الوادي", "مديرة المركز"),
    ("ur", "کونسل کی رکن مریم وادی نے کہا: ”ہم مئی میں کام شروع کریں گے۔“", "مریم وادی", "کونسل کی رکن"),
    ("ur", "”ہم مئی میں کام شروع کریں گے،“ مریم وادی نے کہا۔", "مریم وادی", None),
    ("bn", "“আমরা মে মাসে কাজ শুরু করব,” বলেন ফার্মেসির মালিক মীরা সেন।", "মীরা সেন", "ফার্মেসির মালিক"),
    ("bn", "“আমরা মে মাসে কাজ শুরু করব,” বলেন মীরা সেন।", "মীরা সেন", None),
    ("zh", "民政署署長王麗表示：「我們五月開始工作。」", "王麗", "民政署署長"),
    ("zh", "「我們五月開始工作。」渡輪船長王麗說。", "王麗", "渡輪船長"),
    ("zh", "中心护士长王丽告诉记者：“我们五月开始工作。”", "王丽", "中心护士长"),
    ("uk", "«Ми починаємо роботу в травні», — зазначила начальниця управління Марія Долина.", "Марія Долина",
     "начальниця управління"),
    ("uk", "За словами Марії Долини, директорки центру, «ми починаємо роботу в травні».", "Марії Долини",
     "директорки центру"),
    ("nl", "‘Wij beginnen in mei’, aldus wethouder Maria van der Dal.", "Maria van der Dal", "wethouder"),
    ("nl", "Buschauffeur Maria van Dal vertelt: ‘Ik reed vroeger lijn vier naar huis.’", "Maria van Dal",
     "Buschauffeur"),
    ("nl", "‘Ik reed vroeger lijn vier naar huis’, vertelt buurtbewoner Maria Dal.", "Maria Dal", "buurtbewoner"),
    ("hi", "“हम मई में काम शुरू करेंगे,” मीरा घाटी ने कहा।", "मीरा घाटी", None),
    ("hi", "नर्स मीरा घाटी ने कहा, “हम मई में काम शुरू करेंगे।”", "मीरा घाटी", "नर्स"),
    ("cy", "Dywedodd Mair Dyffryn, cadeirydd y bwrdd: “Byddwn yn dechrau’r gwaith ym mis Mai.”", "Mair Dyffryn",
     "cadeirydd y bwrdd"),
    ("cy", "Dywedodd llefarydd: “Byddwn yn dechrau’r gwaith ym mis Mai.”", "llefarydd", None),
    ("sv", "”Vi börjar arbetet i maj”, säger busschauffören Maria Dal.", "Maria Dal", "busschauffören"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "name", "title"), CASES)
def test_form(lang: str, text: str, name: str | None, title: str | None) -> None:
    """The name stands alone, without rank or letters after it; who has no name is called as the words are."""
    (draft,) = attribute([Draft("paragraph", (("", plain_run(text)),))], lang)
    assert (draft.speaker, draft.speaker_title) == (name, title)


def speakers(*texts: str, lang: str = "en") -> list[str | None]:
    """Return the speaker of each paragraph."""
    return [one.speaker for one in attribute([Draft("paragraph", (("", plain_run(text)),)) for text in texts], lang)]


def test_unnamed_is_not_who_spoke_last() -> None:
    """Somebody without a name never gets the name of the one before."""
    assert speakers(
        "Mary Vale, the mayor, said: “We start the work in May.”",
        "A survivor rang on Friday night. “I nearly did not pick up,” she says.",
        "A spokesperson for the trust added: “We are glad of it all.”",
        "“We pay for it,” the council said.",
    ) == ["Mary Vale", "A survivor", "A spokesperson for the trust", "the council"]


def test_signed_on_the_next_line() -> None:
    """A line with a dash under a paragraph of quotation says who speaks it."""
    assert speakers(
        "Mary Vale, the mayor, said: “We start in May.”", "“We need an hour off.”", "— Tom Hill, carer"
    ) == [
        "Mary Vale",
        "Tom Hill",
        None,
    ]


def test_two_in_one_paragraph() -> None:
    """Where two speak in a paragraph, it has the first."""
    assert speakers("“We start in May,” said Mary Vale. Tom Hill added: “We end it in June.”") == ["Mary Vale"]


def test_surname_of_who_was_named_in_passing() -> None:
    """A surname means who was met with it, a place of that shape is nobody."""
    assert speakers(
        "Residents of Orchard Way met on Monday. Gran Edna Tuffin was there with her daughter.",
        "“I put my arms round her neck,” Tuffin said.",
        "“It was dark at Orchard Way,” said Ms Tuffin.",
    ) == [None, "Edna Tuffin", "Edna Tuffin"]
