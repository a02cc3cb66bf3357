"""The spoken form of English: what is written, what a voice is given."""

from __future__ import annotations

import pytest

from plainspoken.spoken import say

PHONES = [
    ("Call 0800 555 111.", "Call oh eight oh oh, five five five, one one one."),
    ("Ring 0800 1111 free.", "Ring oh eight oh oh, one one one one free."),
    ("Call 0808\u00a02000\u00a0247.", "Call oh eight oh eight, two oh oh oh, two four seven."),
    ("+44 (0)20 7946 0000", "plus four four, two oh, seven nine four six, oh oh oh oh"),
    ("(01632) 960 147", "oh one six three two, nine six oh, one four seven"),
    ("Text 07700900123.", "Text oh seven seven oh oh, nine oh oh, one two three."),
    ("call 555-010-1234", "call five five five, oh one oh, one two three four"),
    ("01632 960147", "oh one six three two, nine six oh, one four seven"),
    ("on 020 7946 0534 (24 hours)", "on oh two oh, seven nine four six, oh five three four (24 hours)"),
    ("on 0800 555 111 9am to 5pm", "on oh eight oh oh, five five five, one one one nine ay m to five p m"),
    ("We had 1,250,000 calls.", "We had 1,250,000 calls."),
]
SHORT_NUMBERS = [
    ("Always call 999 in an emergency.", "Always call nine nine nine in an emergency."),
    ("Call 101 at any time.", "Call one oh one at any time."),
    ("On 111 people can get advice.", "On 111 people can get advice."),
    ("If not, call 101.", "If not, call one oh one."),
    ("He was one of 101 people.", "He was one of 101 people."),
    ("We spoke to 101 people.", "We spoke to 101 people."),
    ("The 101 service is busy.", "The one oh one service is busy."),
    ("Contact NHS 111 for advice.", "Contact N H S one one one for advice."),
    ("Samaritans are on 116 123.", "Samaritans are on one one six, one two three."),
    ("It cost £101 and rose by 111%.", "It cost 101 pounds and rose by 111 percent."),
]
REFERENCES = [
    ("Quote reference 01/123456/24.", "Quote reference oh one, slash, one two three four five six, slash, two four."),
    ("quoting CAD 1234.", "quoting CAD one two three four."),
    ("crime reference number 24*55501", "crime reference number two four, star, five five five oh one"),
]
TIMES = [
    ("at 9.40pm", "at nine forty p m"),
    ("at 9:05 a.m. today", "at nine oh five ay m today"),
    ("from 9am-5pm", "from nine ay m to five p m"),
    ("7pm–8.30pm", "seven p m to eight thirty p m"),
    ("about 16:07 on Monday", "about sixteen oh seven on Monday"),
    ("at 16:00", "at sixteen hundred"),
    ("at 09:00", "at nine o'clock"),
    ("until 00:00", "until midnight"),
    ("open 24/7", "open twenty-four seven"),
]
DATES = [
    ("on 17/12/2019", "on 17 December twenty nineteen"),
    ("in 1998 and in May 2009", "in nineteen ninety-eight and in May 2009"),
    ("on 3 March 2026", "on 3 March twenty twenty-six"),
    ("in the 1990s", "in the nineteen nineties"),
    ("In 2019 it was closed", "In twenty nineteen it was closed"),
    ("since 2019 was the year", "since twenty nineteen was the year"),
    ("one of 1500 homes", "one of 1500 homes"),
]
MONEY = [
    ("It cost £1,250.", "It cost 1,250 pounds."),
    ("£3.50 or £1", "3 pounds 50 or 1 pound"),
    ("£0.50 or 20p", "50 pence or 20 pence"),
    ("£1.2m and £2.5 million", "1.2 million pounds and 2.5 million pounds"),
    ("a £500 fine", "a 500 pound fine"),
    ("$10bn and €3", "10 billion dollars and 3 euros"),
    ("£1, £1,250", "1 pound, 1,250 pounds"),
]
NUMBERS = [
    ("45% of 16–25s", "45 percent of 16 to 25s"),
    ("30-50 homes", "30 to 50 homes"),
    ("at 30mph for 5km", "at 30 miles per hour for 5 kilometres"),
    ("5ft 9in (175cm)", "5 feet 9 inches (175 centimetres)"),
    ("by 2021 it had 112.", "by 2021 it had 112."),
    ("1km away", "1 kilometre away"),
    ("Covid-19", "Covid-19"),
]
TITLES = [
    ("Det Supt Jane Roe said", "Detective Superintendent Jane Roe said"),
    ("Ch Insp. Lee", "Chief Inspector Lee"),
    ("PC Tom Lee and DI Ann Poe", "P C Tom Lee and D I Ann Poe"),
    ("Dr. Smith and Mr. Ray", "Doctor Smith and Mister Ray"),
    ("St Mary's, High St, Leeds", "Saint Mary's, High Street, Leeds"),
    ("Cllr Poe of Mill Rd", "Councillor Poe of Mill Road"),
    ("e.g. the No. 5 bus", "for example the number 5 bus"),
]
ADDRESSES = [
    ("www.met.police.uk/report", "w w w dot met dot police dot U K slash report"),
    ("Visit https://www.example.org/.", "Visit w w w dot example dot org."),
    ("crimestoppers-uk.org", "crimestoppers dash U K dot org"),
    ("wessex-police.example/report", "wessex dash police dot example slash report"),
    ("press.office@met.police.uk", "press dot office at met dot police dot U K"),
    ("#NoMore from @MetPoliceUK", "hashtag No More from at Met Police UK"),
]
ACRONYMS = [
    ("the CPS and NATO", "the C P S and NATO"),
    ("MPs and PCSOs", "M P's and P C S O's"),
    ("the A&E team", "the ay and E team"),
    ("an IOPC inquiry in the US", "an I O P C inquiry in the U S"),
    ("World War II", "World War II"),
    ("GIVE US IT BACK SAY POLICE", "GIVE US IT BACK SAY POLICE"),
]
CASES = [
    *PHONES, *SHORT_NUMBERS, *REFERENCES, *TIMES, *DATES, *MONEY, *NUMBERS, *TITLES, *ADDRESSES, *ACRONYMS,
]  # fmt: skip


@pytest.mark.parametrize(("written", "said"), CASES, ids=[written for written, _ in CASES])
def test_said(written: str, said: str) -> None:
    """What is written is said the way people say it."""
    assert say(written, "en-GB").text == said


def test_plain_words_stay() -> None:
    """A sentence without numbers, titles or acronyms is given to the voice as it is."""
    text = "“I’m so proud of her,” said the woman’s sister – and so is everyone else."
    assert say(text, "en").text == text
