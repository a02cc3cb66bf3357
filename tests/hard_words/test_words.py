"""The hard words: each explained plainly, in the sense it has, or not at all."""

from __future__ import annotations

import pytest

from plainspoken.claims import negations, word_count
from plainspoken.engines.wording import plain
from plainspoken.hard_words import HardWord, HardWords, built_in

ALL = built_in().words


def named(text: str) -> list[str]:
    return [found.word.name for found in built_in().find(text)]


def test_the_list_serves_the_domain() -> None:
    """There are enough words for what public bodies write of, and no form stands in two of them."""
    forms = [form for word in ALL for form in word.forms]
    assert len(ALL) >= 250
    assert sorted({form for form in forms if forms.count(form) > 1}) == []


@pytest.mark.parametrize("word", ALL, ids=lambda word: word.name)
def test_explanation_is_an_easy_sentence(word: HardWord) -> None:
    """An explanation is one sentence of at most 15 words, without figures, with one "not" at most."""
    said = word.means.removesuffix(".")
    assert said != word.means and ". " not in said.replace("E. coli", "")
    assert word_count(word.means) <= 15
    assert negations(word.means) <= 1 or word.name in ("pleaded not guilty", "no-fault eviction")
    assert not any(sign.isdigit() for sign in said)


@pytest.mark.parametrize("word", ALL, ids=lambda word: word.name)
def test_explanation_has_no_hard_word(word: HardWord) -> None:
    """No hard word explains another, but what a short form stands for is said in full."""
    rest = word.means.replace(word.stands_for, "") if word.stands_for else word.means
    hard = [found.word for found in built_in().find(rest) if found.word != word]
    assert [one.name for one in hard if not one.plain] == []
    assert plain(rest).replace("3", "three") == rest


@pytest.mark.parametrize("word", [word for word in ALL if word.stands_for], ids=lambda word: word.name)
def test_short_form_is_written_out(word: HardWord) -> None:
    """A short form's explanation says what it stands for."""
    assert word.means.startswith(f"{word.name} means {word.stands_for}")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bring the ball to the tennis court in order to play.", []),
        ("Firefighters had to bail out the boat.", []),
        ("He was released on bail.", ["bail"]),
        ("He was remanded on bail.", ["remanded on bail"]),
        ("You will be charged £5 to park.", []),
        ("You are charged for parking.", []),
        ("He has been charged with murder.", ["charged"]),
        ("The man was arrested and charged.", ["charged"]),
        ("She writes in the first sentence of the book.", []),
        ("He was sentenced on Monday.", ["sentenced"]),
        ("Please use caution on icy roads.", []),
        ("He was given a caution.", ["caution"]),
        ("The hospital ward is closed.", []),
        ("Voters in the ward go to the polling station.", ["ward", "polling station"]),
        ("Everyone will benefit from the new park.", []),
        ("The main benefits of walking are clear.", []),
        ("You can claim benefits.", ["benefits"]),
        ("The council will grant permission.", []),
        ("You can apply for a grant.", ["grant"]),
        ("Hugh Grant was there.", []),
        ("The drug trial is open to all.", []),
        ("She will stand trial in May.", ["trial"]),
        ("Your hearing may get worse; ask for a hearing test.", []),
        ("The court hearing is on Monday.", ["hearing"]),
        ("The assault course is muddy.", []),
        ("A fire broke out, and outbreaks of fire are rare.", []),
        ("The stroke of midnight.", []),
        ("A business consultant wrote it.", []),
        ("A consultant at the hospital will see you.", ["consultant"]),
        ("Dog grooming is free.", []),
        ("Police warn of grooming online.", ["grooming"]),
        ("They grow rapeseed and rape seed.", []),
        ("The wildlife refuge is open.", []),
        ("Staff took offence.", []),
        ("It is an offence to litter.", ["offence"]),
        ("A computer virus hit the council.", []),
        ("He had strong convictions.", []),
        ("He was not convicted of the crime.", []),
        ("He was acquitted.", ["acquitted"]),
        ("He was found not guilty.", []),  # these words are plain; "Acquitted means ..." would explain another one
        ("He got a prison sentence.", ["prison sentence"]),
        ("He got a prison sentence, suspended for two years.", ["suspended sentence"]),
        ("He got a prison sentence of 20 months, suspended for two years.", []),
        ("He pleaded not guilty.", ["pleaded not guilty"]),
        ("He denied custody of the child was the issue.", []),
        ("The pub landlord served drinks.", []),
        ("A cabinet for broadband was hit; the filing cabinet was not.", []),
        ("SEND help is there, but send a letter.", ["SEND"]),
        ("The price of oil spiked.", []),
        ("They do not warrant concern.", []),
        ("Officers had a warrant to search the house.", ["warrant"]),
        ("Tender meat is on offer.", []),
        ("He wants damages from the court.", []),
        ("The storm damages homes each year.", []),
        ("He must pay damages.", ["damages"]),
        ("The severe flood warning is in place.", ["severe flood warning"]),
        ("He broke a non-molestation order.", ["non-molestation order"]),
        ("The magistrates' court sat, and the Magistrates’ Court rose.", ["magistrates’ court", "magistrates’ court"]),
    ],
)
def test_sense(text: str, names: list[str]) -> None:
    """A word is found in the sense that is explained, and in no other."""
    assert named(text) == names


def test_own_words_win() -> None:
    """An organisation's explanation takes the place of the built-in one; the other forms of that keep theirs."""
    own = HardWords((HardWord(("bail",), "Bail means our sense.", own=True),)).before(built_in())
    assert [found.word.means for found in own.find("On bail, he had bail.")][1] == "Bail means our sense."
    assert [found.word.own for found in own.find("The coroner came.")] == [False]


def test_language() -> None:
    """Words of one language are not looked for in another."""
    assert built_in().speaking("cy").words == ()
    assert built_in().speaking("en-GB") == built_in()
