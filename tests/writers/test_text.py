"""The release as plain text."""

from __future__ import annotations

from plainspoken.writers.say import Say
from plainspoken.writers.text import plain_text
from tests.build import URDU, release, translated

EXPECTED = """\
Man jailed after breaking a court order
=======================================

He kept contacting his former partner although a court had told him to stop.

Daniel Harcastle, 38, was sentenced at Marlbrook Crown Court on Monday. He pleaded guilty to three charges.

Under a new restraining order, he must not contact the woman until 2036.

“Her evidence was vital”
------------------------

I want to thank the woman at the centre of this case for her courage.
— Detective Sergeant Priya Nandakumar

She kept every message, and her evidence was vital.
— Detective Sergeant Priya Nandakumar

What the court heard
--------------------

- He went to her home at night.
- He sent 47 messages.
  - They came from two phones.
- He broke a window.

Offence | Sentence
Breach of the order | 26 months
Criminal damage | 2 months

[Picture: The front steps of Marlbrook Crown Court]
The court sat on Monday.
Photo: Court Service

The judge said the messages had caused lasting fear. Officers will check on him after his release. \
They ask anyone who knows of a breach to call 101.

How to get help
---------------

If you are in danger now, call 999.

The National Domestic Abuse Helpline is free, day and night: 0808 2000 247.

You do not have to give your name.

1. The woman has asked not to be named.
2. A photo is available.

Press office: 01632 960147.

Published by Wessex Valley Police
https://newsroom.wessex-valley-police.example/news/50841
"""


def test_plain_text():
    """Every word of the release is there, in order; headings are underlined, lists marked, speakers named."""
    assert plain_text(release(), Say("en-GB")) == EXPECTED


def test_a_translation_says_so():
    """A translation names the language it comes from, in its own."""
    text = plain_text(translated(release(), "ur", URDU), Say("ur"))
    assert text.splitlines()[0] == URDU[0]
    assert "انگریزی سے ترجمہ" in text


def test_wide_letters_are_underlined_whole():
    """An underline is as wide as its heading in letters that take two columns."""
    lines = plain_text(translated(release(), "zh", ["他入狱了"]), Say("zh")).splitlines()
    assert lines[1] == "=" * 8
