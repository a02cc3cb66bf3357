"""The simplifier `chat`, against a server of the tests' own: what it takes of a model, and what stands instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

import plainspoken as ps
from plainspoken.choice import choose_simplifier
from plainspoken.engines import registry
from plainspoken.engines.chat import Chat
from plainspoken.engines.chat_simplifier import ChatSimplifier
from plainspoken.engines.contract import check_simplifier
from plainspoken.engines.proposals import doubt
from plainspoken.engines.protocols import Proposer, Simple
from plainspoken.engines.rules import Rules
from plainspoken.errors import EngineError, RemoteError
from tests.chat_server import CHAT, Model, asked, serve
from tests.loopback import Site

CLOSED = "The council decided that the swimming baths remain closed until 3 May 2036."
SIMPLE = "The council decided the swimming baths stay closed until 3 May 2036."
RULED = "He must not contact the victim or go near Elm Street until 3 May."
PAGE = f"""<main><h1>Baths closed</h1><p>{CLOSED}</p>
<p>The officers commenced a thorough search of 2 homes in Elm Street.</p>
<p>Jo Day said: “We are sorry that the baths are closed for so long.”</p></main>"""


@pytest.fixture
def served() -> Iterator[tuple[Site, Model]]:
    with serve() as (site, model):
        model.says = {"": ["nothing of use"]}
        yield site, model


def engine(site: Site, **options: object) -> ChatSimplifier:
    made: dict[str, object] = {"model": "tiny", "sleep": print, "attempts": 2, **options}
    return ChatSimplifier(Chat(f"{site.address}/v1", **made))  # type: ignore[arg-type]


def test_a_good_answer_is_taken(served: tuple[Site, Model]) -> None:
    """A sentence that passes every check stands, by the rule `chat`; one sentence goes in a request."""
    site, model = served
    model.says = {"swimming": [f"1: {SIMPLE}"]}
    assert engine(site).simplify([CLOSED], "en") == [(Simple(SIMPLE, "chat"),)]
    (body,) = site.sent(CHAT)
    assert asked(body) == [CLOSED] and body["temperature"] == 0


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("1: The council decided the baths stay closed until 4 May 2036.", "adds the number 4"),
        ("1: The council decided the swimming baths stay closed.", "loses the number"),
        ("1: The council decided Wey swimming baths stay closed until 3 May 2036.", "adds the name Wey"),
        ("1: The council decided the swimming baths may stay closed until 3 May 2036.", "“can”, “must”"),
        ("1: The council decided the swimming baths do not stay open until 3 May 2036.", "“not”"),
        ("1: The council decided the swimming baths stay closed for 1 year until 3 May 2036.", "the number 1"),
        ("1: The council was charged: swimming baths closed until 3 May 2036.", "legal status"),
        ("1: The council decided. The swimming baths stay closed until 3 May 2036.", "not one sentence"),
        ("1: The <b>council</b> decided the swimming baths stay closed until 3 May 2036.", "markup"),
        ("1: The council decided the [baths](http://evil.example) stay closed until 3 May 2036.", "markup"),
        ("1: The council decided the swimming baths stay closed until 3 May 2036 at www.evil.example.", "addresses"),
        ("1: I'm sorry, I can't help with that.", "refuses"),
        ("As an AI language model I can not do this.", "refuses"),
        ("1: Sure! Here is it.\nThe council decided it.\n2: And more.", "not one line"),
        ("1: The council said “the swimming baths stay closed until 3 May 2036”.", "quotes"),
        (
            "1: The council has today come to decide that all swimming baths will stay fully closed until 3 May 2036.",
            "",
        ),
        ("1: She decided the swimming baths stay closed until 3 May 2036.", "somebody or something else"),
        ("1: The council decided the dangerous swimming baths stay closed until 3 May 2036.", "grave"),
        ("1: The swimming baths stay closed until 3 May 2036, the council decided.", "turns round"),
        ("1:", ""),
    ],
)
def test_a_wrong_answer_gives_way_to_the_rules(served: tuple[Site, Model], said: str, why: str) -> None:
    """Whatever adds, loses, flips, chats, refuses or marks up is not taken: the rules' sentence stands."""
    site, model = served
    model.says = {"swimming": [said]}
    (got,) = engine(site).propose([CLOSED], "en")
    assert got.sentences == Rules().simplify([CLOSED], "en")[0]
    assert len(got.doubts) == 1 and why in got.doubts[0] and not got.failed


@pytest.mark.parametrize(
    ("source", "said", "why"),
    [
        (RULED,
         "He must contact the victim or go near Elm Street until 3 May.", "its “not” is not that of the sentence"),
        ("Lee Roe was arrested on suspicion of theft.", "Lee Roe was charged with theft.",
         "its legal status is not that of the sentence"),
        ("Lee Roe chased Jo Day from the park to the bridge.", "Jo Day chased Lee Roe from the park to the bridge.",
         "it turns round what the sentence says"),
        ("Call the helpline on 0800 555 111 at any time.", "Call the helpline on 0800 555 112 at any time.",
         "it adds the number 112"),
        ("You can write to help@wey.example about the grant.", "You can write about the grant.",
         "its phone numbers or addresses are not those of the sentence"),
        ("The firm paid a sum of £5 million to residents.", "The firm paid a sum of £5 thousand to residents.",
         "its measures are not those of the sentence"),
        ("The driver was taken to hospital after the accident.",
         "The driver was killed in the hospital after the accident.",
         "it says something grave that the sentence does not say"),
        ("The driver was taken to hospital after the accident.", "The driver went to hospital after the accident.", ""),
    ],
)  # fmt: skip
def test_what_is_held_against_an_answer(source: str, said: str, why: str) -> None:
    """Each check names what differs; where nothing does, nothing is said."""
    assert doubt(source, said, 15) == why


def test_a_quote_is_never_sent(served: tuple[Site, Model]) -> None:
    """Quoted words are nobody's to change: the model isn't asked."""
    site, _ = served
    assert engine(site).simplify(["Jo Day said: “We are very sorry about this long closure.”"], "en")[0]
    assert not site.sent(CHAT)


@pytest.mark.parametrize("faults", [["429"] * 2, ["500"] * 2, ["html"], ["deep"], ["cut"] * 2, ["hang"] * 2])
def test_a_server_that_fails(served: tuple[Site, Model], faults: list[str]) -> None:
    """Where the server is busy, broken, silent or answers no JSON, the rules' sentence stands; the failure is told."""
    site, _ = served
    site.faults[CHAT] = faults
    (got,) = engine(site, timeout=0.3).propose([CLOSED], "en")
    assert got.sentences == Rules().simplify([CLOSED], "en")[0]
    assert got.failed and len(got.doubts) == 1


def test_a_busy_server_is_asked_again(served: tuple[Site, Model]) -> None:
    """A server that was busy once is asked again, and its answer taken."""
    site, model = served
    site.faults[CHAT] = ["429"]
    model.says = {"swimming": [SIMPLE]}
    assert engine(site).simplify([CLOSED], "en") == [(Simple(SIMPLE, "chat"),)]


def test_the_contract(served: tuple[Site, Model]) -> None:
    """It keeps the contract of a simplifier, whether its answers are taken or not."""
    site, model = served
    check_simplifier(engine(site), "en-GB")
    model.says = {"": ["1: He must not contact the victim."]}
    check_simplifier(engine(site), "en-GB")


def test_named_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is found by entry point and never chosen by default; unset, it says what to set; it serves English alone."""
    monkeypatch.delenv("PLAINSPOKEN_CHAT_URL", raising=False)
    assert "chat" in registry.names("simplifiers")
    assert choose_simplifier("en", None) == Rules()
    unset = ChatSimplifier(Chat(url="", model=""))
    assert isinstance(unset, Proposer) and unset.serves("en-GB") and not unset.serves("es")
    with pytest.raises(EngineError, match="PLAINSPOKEN_CHAT_URL"):
        choose_simplifier("en", unset)
    assert replace(unset, chat=Chat("https://llm.example/v1", model="m")).remote


def test_an_edition_by_chat(served: tuple[Site, Model]) -> None:
    """In an edition each sentence keeps its origin; what was refused is a finding; the server is among its services."""
    site, model = served
    model.says = {"swimming": [SIMPLE], "officers": ["1: The officers started a search of 3 homes in Elm Street."]}
    release = ps.parse(PAGE, lang="en")
    easy = ps.simplify(release, engine=engine(site))
    sources = {one.id: one.text for one in release.segments()}
    (taken,) = [one for one in easy.segments() if one.rule == "chat"]
    assert taken.text == SIMPLE and [sources[origin] for origin in taken.origin] == [CLOSED]
    refused = [(sources[one.at], one.message) for one in easy.findings if one.code == "easy-proposal-refused"]
    assert len(refused) == 1 and "adds the number 3" in refused[0][1] and "officers" in refused[0][0]
    assert [one.engine for one in easy.services] == ["chat"]
    assert sum(CLOSED in asked(body) for body in site.sent(CHAT)) == 1


def test_a_dead_server_is_left_alone(served: tuple[Site, Model]) -> None:
    """After three sentences in a row that the server failed, no more are sent; the edition is that of the rules."""
    site, _ = served
    page = "<main><h1>Road</h1>" + "".join(
        f"<p>The council decided that road number {n} remains closed until 3 May.</p>" for n in range(10, 18)
    )
    release = ps.parse(page, lang="en")
    site.faults[CHAT] = ["500"] * 100
    easy = ps.simplify(release, engine=engine(site, attempts=1))
    assert len(site.sent(CHAT)) == 3
    assert [one.text for one in easy.segments()] == [one.text for one in ps.simplify(release).segments()]
    assert any("was not asked" in one.message for one in easy.findings)


def test_a_wrong_model_ends_the_run(served: tuple[Site, Model]) -> None:
    """A model that the server lacks is for a person to put right: no edition is made."""
    with pytest.raises(EngineError, match="no model"):
        ps.simplify(ps.parse(PAGE, lang="en"), engine=engine(served[0], model="none"))


def test_a_server_that_is_not_there() -> None:
    """A server that doesn't answer is refused before any sentence is sent."""
    gone = ChatSimplifier(Chat("http://127.0.0.1:9/v1", model="tiny", attempts=1))
    with pytest.raises(RemoteError):
        ps.simplify(ps.parse(PAGE, lang="en"), engine=gone)
