"""Which picture stands beside which sentence: the right sense of its words, or none."""

from __future__ import annotations

import pytest

from plainspoken.model import Block, Release, Section, Segment, plain
from plainspoken.pictures.senses import Concept, Index
from plainspoken.stages.depict import depict, depict_all, illustrate

RIGHT = [
    ("If you are in danger now, call 999.", "call-999"),
    ("In an emergency, dial 999.", "call-999"),
    ("Call the police on 101.", "call-101"),
    ("If you feel ill, call NHS 111.", "call-111"),
    ("Press 55 when asked.", "press-55"),
    ("Call the National Domestic Abuse Helpline on 0808 2000 247.", "helpline"),
    ("Call us on 01632 960 100.", "phone"),
    ("Or email elections@harrowden.example.", "email"),
    ("Visit www.harrowden.example/vote.", "website"),
    ("Fill in the online form.", "form"),
    ("A 34-year-old man was arrested.", "arrested"),
    ("He was charged with theft.", "charged"),
    ("She was in court on Monday.", "court"),
    ("The jury found him guilty.", "jury"),
    ("He was released on bail.", "stay-home"),
    ("He must not contact the victim until 9 February 2036.", "keep-away"),
    ("He was sent to prison for 2 years.", "prison"),
    ("A witness is a person who saw what happened.", "witness"),
    ("Police want to find missing Desmond.", "missing-person"),
    ("The river burst its banks.", "river"),
    ("Never give anybody your bank details.", "bank"),
    ("The battery was on charge overnight.", "charger"),
    ("The charge is £4 for each car.", "car"),
    ("Take photos of the damage.", "photo"),
    ("A postal vote is a vote that you send by post.", "letter-box"),
    ("Bring your passport or driving licence.", "identity"),
    ("Apply by 5pm on Friday 27 March.", "deadline"),
    ("Library cards are free for children.", "free"),
    ("Firefighters put out the fire.", "firefighter"),
    ("The road is closed for two weeks.", "road-closed"),
    ("There is a hearing loop.", "deaf"),
    ("Amina Yusuf said: “We are glad.”", "quote"),
    ("Two people were injured.", "hurt"),
    ("The vaccine is at the pharmacy.", "pharmacy"),
    ("A jury is a group of people who decide about a crime in court.", "jury"),
    ("A consultation is when people are asked what they think.", "survey"),
]
NEAR_MISSES = [
    ("The old telephone exchange is now a gallery.", "phone"),
    ("The crew called off the search.", "phone"),
    ("Residents call for a new crossing.", "phone"),
    ("A man called John spoke.", "phone"),
    ("They sat on the bank of the river.", "bank"),
    ("Nurses can work bank holidays.", "bank"),
    ("The food bank is open.", "bank"),
    ("Two tennis courts will open.", "court"),
    ("The food court has ten stalls.", "court"),
    ("The hearing aid clinic is open.", "court"),
    ("A clinical trial starts.", "court"),
    ("There is a charge of £5.", "charged"),
    ("She is in charge of the team.", "charged"),
    ("Entry is free of charge.", "charged"),
    ("Ministers will not bail out the club.", "stay-home"),
    ("The council bailed out the museum.", "stay-home"),
    ("This is a step in the right direction.", "map"),
    ("He had a cardiac arrest.", "arrested"),
    ("She has custody of the child.", "arrested"),
    ("The returning officer read the result.", "police-officer"),
    ("999 people ran.", "call-999"),
    ("There were 101 entries.", "call-101"),
    ("It has 111 homes.", "call-111"),
    ("She will judge the cakes.", "judge"),
    ("The family name is old.", "family"),
    ("Tiles are missing from the roof.", "missing-person"),
    ("It was missing from the report.", "missing-person"),
    ("He stole the show.", "theft"),
    ("The bridge is close to the school.", "closed"),
    ("The fire service was praised.", "fire"),
    ("Three workers were fired.", "fire"),
    ("We got a flood of calls.", "flood"),
    ("The play park is dog free.", "free"),
    ("He walked free from court.", "free"),
    ("She was set free.", "free"),
    ("The bill of rights was read.", "bill"),
    ("It takes the form of a walk.", "form"),
    ("She won a council by-election.", "award"),
    ("The council turned a blind eye.", "blind"),
    ("They fell on deaf ears.", "deaf"),
    ("The plan is a key part of the deal.", "key"),
    ("The ball hit the bus panel.", "meeting"),
    ("Police dogs led the way.", "dog"),
    ("He wore a dark blue coat.", "night"),
    ("They did it in record time.", "clock"),
    ("The ward sister retired.", "area"),
    ("Trauma ward visits are short.", "mental-health"),
    ("It was a stroke of luck.", "medical-emergency"),
    ("The club bought safety pins.", "safe"),
    ("Refugees arrived.", "refuge"),
    ("Research has shown this.", "search"),
    ("The staff train to save lives.", "train"),
    ("They put it in a note book by the lake.", "appointment"),
    ("Domestic drama sold out.", "abuse"),
    ("She lost 130 pounds.", "money"),
    ("They hope to turn the tide.", "river"),
    ("He wore dark shades.", "night"),
    ("Tornado teams entered the wing.", "storm"),
    ("Gut bacteria help the development of babies.", "build"),
    ("He faces two counts.", "count"),
    ("Highly trained staff are there.", "lessons"),
    ("They are looking for work.", "search"),
]
NONE = [
    "She was pushed.",
    "Do not charge a battery while you sleep.",
    "You do not need an appointment.",
    "You do not need to bring identification.",
    "Nobody was badly hurt.",
    "Do not call 999.",
    "Never call us on 101.",
    "She was stabbed with a knife in her home.",
    "He raped a child.",
    "Three children died.",
    "Men are welcome too.",
    "",
]


@pytest.mark.parametrize(("text", "concept"), RIGHT)
def test_right(text: str, concept: str) -> None:
    """The longest telling words decide."""
    assert depict(text) == concept


@pytest.mark.parametrize(("text", "concept"), NEAR_MISSES)
def test_near_miss(text: str, concept: str) -> None:
    """Words that mean something else don't bring the picture of what they usually mean."""
    assert depict(text) != concept


@pytest.mark.parametrize("text", NONE)
def test_none(text: str) -> None:
    """Beside "not", on harm and where nothing is sure there is no picture rather than a wrong one."""
    assert depict(text) is None


def test_the_grave_gets_sober_pictures_only() -> None:
    """Beside death only what is fit stands: who deals with it, whom to call, when."""
    assert depict("A man was charged with the murder of his mother.") == "charged"
    assert depict("She died at the park, near the school.") is None


def test_neighbours_differ() -> None:
    """Two sentences in a row get two pictures where the second has another that fits; whom to call is never swapped."""
    assert depict_all(["The court sat.", "The court is in the library.", "The court rose."]) == [
        "court", "library", "court"
    ]  # fmt: skip
    assert depict_all(["Call 999.", "Call 999 from your home."]) == ["call-999", "call-999"]
    assert depict_all(["The judge spoke.", "The judge left."]) == ["judge", "judge"]


def test_nothing_cheerful_on_harm() -> None:
    """One sentence of harm takes the cheerful pictures from the whole text."""
    assert depict_all(["The band will play live music."]) == ["music"]
    assert depict_all(["The band will play live music.", "A man was stabbed."]) == [None, None]


def test_own_words_go_first() -> None:
    """An index of one's own decides before ours; what it doesn't know is ours."""
    own = Index([Concept("our-bus", ("number #number bus", "bus stop(s)"))])
    assert depict_all(["Go to the bus stop.", "Go to court."], own) == ["our-bus", None]


def test_phrases() -> None:
    """A phrase has alternatives, endings, gaps that no full stop is in, and kinds of token."""
    index = Index([Concept("a", ("call|ring … on #phone", "dog(s)"), never=("hot dog(s)",))])
    known = ("Ring the parks team on 01632 960 100.", "A dog’s life.")
    unknown = (
        "Ring. It is on 01632 960 100.",
        "Ring the very old parks team on 01632 960 100.",
        "Hot dogs.",
        "Dogged.",
    )
    assert [bool(index.find(text)) for text in (*known, *unknown)] == [True, True, False, False, False, False]


def _easy(lang: str, *texts: str) -> Release:
    blocks = (
        Block("body.p1", "heading", (Segment("body.p1.s1", plain("The police")),), level=2),
        *(
            Block(f"body.p{place}", "paragraph", (Segment(f"body.p{place}.s1", plain(text)),))
            for place, text in enumerate(texts, start=2)
        ),
    )
    return Release(lang=lang, edition="easy", sections=(Section("body", "body", blocks),))


@pytest.mark.parametrize(("lang", "pictures"), [("en-GB", [None, "court", None]), ("cy", [None, None, None])])
def test_illustrate(lang: str, pictures: list[str | None]) -> None:
    """Sentences get pictures and headings none; words of another language are not taken for English ones."""
    done = illustrate(_easy(lang, "Go to court.", "Well."))
    assert [segment.picture for segment in done.segments()] == pictures
