"""What press offices write under the last words of a release, and what belongs to the story after all."""

from __future__ import annotations

import pytest

import plainspoken as ps

STORY = (
    "<html lang={lang}><body><main><h1>Three libraries to open on Sundays</h1>"
    "<p>Northby Council will open three of its libraries on Sundays from 7 June 2026.</p>"
    "<p>They will be open from 10am to 4pm each week, and cafes will open too.</p>{end}</main></body></html>"
)
LAST = ("notes", "contact", "boilerplate")


def after(end: str, lang: str = "en") -> list[tuple[str, str]]:
    """Return role and text of what stands in the last parts of a release that ends so."""
    release = ps.parse(STORY.format(lang=lang, end=end), lang=lang)
    blocks = ((section.role, block) for section in release.sections for block in section.blocks)
    return [(role, block.text) for role, block in blocks if role in LAST]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Photos and footage of the reading rooms are available from our picture desk."),
        ("en", "To arrange an interview with the chief librarian, speak to the press team."),
        ("en", "The logo can be downloaded in three sizes. Please credit Northby Council."),
        ("de", "Fotos vom Lesesaal stehen in der Mediathek zum Download bereit."),
        ("de", "Gern vermitteln wir Interviews mit der Leiterin der Bücherei."),
        ("fr", "Des photos de la salle de lecture sont disponibles sur demande."),
        ("es", "Las fotografías de la sala están disponibles en la página del ayuntamiento."),
        ("nl", "Beeldmateriaal van de leeszaal is te downloaden via de mediabank."),
        ("pl", "Zdjęcia czytelni są dostępne w banku zdjęć urzędu."),
        ("cy", "Mae lluniau o'r ystafell ddarllen ar gael gan y cyngor."),
        ("tr", "Okuma salonunun fotoğrafları belediyenin sitesinden indirilebilir."),
        ("uk", "Фотографії читальної зали доступні на сайті міської ради."),
        ("zh", "閱覽室的照片可到市政府網站下載。"),
    ],
)
def test_offer_to_the_press(lang: str, text: str) -> None:
    """A last paragraph that offers pictures or interviews belongs to the notes."""
    assert after(f"<p>{text}</p>", lang) == [("notes", text)]


def test_card_is_one_block() -> None:
    """A card with name, rank, number and address is one block of the contact, its lines kept."""
    end = "<p>Joe Hale<br>Press officer, Northby Council<br>01632 960322<br>joe.hale@northby.example</p>"
    assert after(end) == [
        ("contact", "Joe Hale\nPress officer, Northby Council\n01632 960322\njoe.hale@northby.example")
    ]


def test_cards_after_an_offer() -> None:
    """Each paragraph at the end stays a block of its own."""
    end = (
        "<p>Pictures of the opening can be downloaded from Monday.</p>"
        "<p>Joe Hale<br>01632 960322</p><p>Ann Cole<br>01632 960323</p>"
    )
    assert [text for _, text in after(end)] == [
        "Pictures of the opening can be downloaded from Monday.",
        "Joe Hale\n01632 960322",
        "Ann Cole\n01632 960323",
    ]


def test_call_for_journalists() -> None:
    """A last sentence to journalists with a number is the contact."""
    text = "Journalists can reach the duty press officer on 01632 960322."
    assert after(f"<p>{text}</p>") == [("contact", text)]


@pytest.mark.parametrize(
    ("lang", "heading"),
    [("en", "Further information"), ("de", "Weitere Informationen:"), ("fr", "Pour en savoir plus")],
)  # fmt: skip
def test_heading_over_links(lang: str, heading: str) -> None:
    """A heading over nothing but more to read opens the notes at the end."""
    end = f"<h2>{heading}</h2><p>https://northby.example/libraries</p>"
    assert [role for role, _ in after(end, lang)] == ["notes", "notes"]


def test_lines_of_links() -> None:
    """Labels with web addresses at the end are one block of the notes."""
    end = "<p>Opening times: https://northby.example/times<br>The survey: https://northby.example/survey</p>"
    assert [role for role, _ in after(end)] == ["notes"]


@pytest.mark.parametrize("mark", ["ENDS", "-ENDS-", "###", "# # #", "-30-", "(Ende)", "FIN"])
def test_end_mark(mark: str) -> None:
    """What stands under an end mark is no part of the story; the mark itself is no block."""
    assert after(f"<p>{mark}</p><p>The survey had 2,000 replies.</p>") == [("notes", "The survey had 2,000 replies.")]


def test_background_within_the_story() -> None:
    """A heading `Background` before the end of the story opens a part of the story."""
    assert after("<h2>Background</h2><p>The libraries closed on Sundays in 1974.</p>") == []


def test_background_after_the_story() -> None:
    """A heading `Background` after the end mark belongs to the notes."""
    end = "<p>ENDS</p><h2>Background</h2><p>The libraries closed on Sundays in 1974.</p>"
    assert [role for role, _ in after(end)] == ["notes", "notes"]


@pytest.mark.parametrize(
    "text",
    [
        "If you are worried about someone, call the Samaritans free on 116 123.",
        "The photographers of the club meet in the library each Sunday.",
        "“The pictures are available to everybody,” said Ann Cole, the chief librarian.",
    ],
)
def test_no_word_to_the_press(text: str) -> None:
    """Help for readers, a sentence that only names photographers, and a quotation stay where they are."""
    assert after(f"<p>{text}</p>") == []


def test_stars_between_scenes() -> None:
    """A row of stars that comes again and again doesn't end the story."""
    scene = "<p>* * *</p><p>Another Sunday came, and the readers stood at the door again.</p>"
    assert after(scene * 4) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "For more information, please contact Joe Hale at joe.hale@northby.example."),
        ("en", "For further information about the scheme, contact Joe Hale on 01632 960322."),
        ("de", "Bei Rückfragen: Jo Hahn, Tel. 030 5550123"),
        ("fr", "Pour plus d’informations, contactez Jo Hale : presse@nordby.example"),
        ("nl", "Voor meer informatie kunt u contact opnemen met Jo Hale, 088 555 0123."),
    ],
)
def test_whom_to_ask(lang: str, text: str) -> None:
    """A last line that says whom to ask for more is the contact, no helpline."""
    assert after(f"<p>{text}</p>", lang) == [("contact", text)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Hinweis für Redaktionen: Ein Fototermin findet am Freitag statt."),
        ("de", "V.i.S.d.P.: Jo Hahn, Stadt Nordby"),
        ("de", "Weitere Informationen unter www.nordby.example/studie"),
        ("en", "More information: https://northby.example/survey"),
        ("nl", "Niet voor publicatie: de wethouder is vrijdag te spreken."),
    ],
)
def test_line_with_a_label(lang: str, text: str) -> None:
    """A last line under a label of its own belongs to the notes."""
    assert after(f"<p>{text}</p>", lang) == [("notes", text)]


def test_bold_name_before_a_dash() -> None:
    """A last paragraph that opens with “About” and the publisher's name in bold is the publisher's own words."""
    end = "<p><b>About Northby Council</b> – The council serves 90,000 people.</p>"
    assert after(end) == [("boilerplate", "About Northby Council – The council serves 90,000 people.")]


def test_hashes_end_a_short_release() -> None:
    """Hashes end the story even where more stands below them than above."""
    text = "Northby Council serves 90,000 people in three towns, keeps four parks, nine schools and a bridge. " * 3
    assert after(f"<p># # #</p><p>{text}</p>") == [("notes", text.strip())]


def test_contact_within_the_story() -> None:
    """A contact line above or within the story doesn't end it."""
    prose = (
        "The libraries closed on Sundays in 1974, when oil was dear, and many a reader has asked for them since then."
    )
    assert after(f"<p>Media contact: Joe Hale, 01632 960322</p>{f'<p>{prose}</p>' * 4}") == [
        ("contact", "Media contact: Joe Hale, 01632 960322")
    ]


def test_contacts_by_kind() -> None:
    """A heading over headings with numbers under them opens the contact."""
    end = "<h2>Contacts</h2><h3>Press</h3><p>Joe Hale, 01632 960322</p><h3>Investors</h3><p>Ann Cole, 01632 960323</p>"
    assert [text for _, text in after(end)][:2] == ["Contacts", "Press"]
