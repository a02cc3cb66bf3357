"""The rules that give each block its role: the first that fits, in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from plainspoken.model import Role
from plainspoken.readers.roles import closing, endings, helplines, opening
from plainspoken.readers.roles.place import Place


@dataclass(frozen=True, slots=True)
class Rule:
    """One reason for a role.

    Attributes:
        name: what `parse --explain` calls it.
        role: the role it gives.
        explanation: why, in plain words.
        test: whether it fits a block in its place.
        opens: whether what stands below belongs to the same part, until a rule says otherwise.
    """

    name: str
    role: Role
    explanation: str
    test: Callable[[Place], bool]
    opens: bool = True


HEADLINE = Rule("headline", "headline", "It says what the page's headline says.", opening.repeats_headline)
DATELINE = Rule(
    "dateline", "dateline", "The story opens with a place and a date, or a place in capitals, before a dash or colon.",
    opening.is_dateline, opens=False,
)  # fmt: skip
LEAD = Rule("lead", "lead", "It is the first paragraph of the story.", opening.is_lead, opens=False)
BARE = Rule(
    "heading-above", "notes", "It is a heading with nothing of its own under it: it belongs to what follows.",
    lambda place: False,
)  # fmt: skip
BODY = Rule("body", "body", "It belongs to the story, and no other rule fits.", lambda place: True)

RULES: tuple[Rule, ...] = (
    HEADLINE,
    Rule(
        "standfirst-marked", "standfirst", "It stands under the headline, and the page marks it as the summary.",
        opening.is_marked_standfirst, opens=False,
    ),
    Rule(
        "standfirst-heading", "standfirst", "It is a heading under the headline that reads like a sentence.",
        opening.is_summary_heading, opens=False,
    ),
    Rule(
        "standfirst-dressed", "standfirst", "It stands under the headline, all of it bold or in italics.",
        opening.is_dressed_standfirst, opens=False,
    ),
    Rule(
        "standfirst-described", "standfirst",
        "It stands under the headline, set apart, and the page's description of itself says the same.",
        opening.is_described_standfirst, opens=False,
    ),
    Rule(
        "standfirst-apart", "standfirst",
        "It stands under the headline, outside the box that holds the paragraphs below.",
        opening.is_apart_standfirst, opens=False,
    ),
    Rule(
        "standfirst-list", "standfirst",
        "It is a short list of sentences between the headline and the first paragraph.",
        opening.is_summary_list, opens=False,
    ),
    DATELINE,
    LEAD,
    Rule("lead-picture", "lead", "It is a picture above the first paragraph.", opening.is_lead_picture, opens=False),
    Rule("notes-heading", "notes", "It is a heading that names the notes to editors.", endings.is_notes_heading),
    Rule(
        "contact-heading", "contact", "It is a heading that names the press office, and an address follows.",
        endings.is_contact_heading,
    ),
    Rule(
        "boilerplate-heading", "boilerplate", "It is a heading about the publisher, after the story.",
        endings.is_about_heading,
    ),
    Rule(
        "helpline-heading", "helpline", "It is a heading that names help, and a number or address follows.",
        helplines.is_helpline_heading,
    ),
    Rule("notes-subheading", "notes", "It is a heading after the end of the story.", endings.is_late_heading),
    Rule(
        "helpline-advice", "helpline", "It is a heading over numbers to call for help.", helplines.is_advice_heading
    ),
    Rule(
        "contact-aside", "contact",
        "It opens with the press office's label and gives an address, and the story goes on.",
        endings.is_contact_aside, opens=False,
    ),
    Rule(
        "contact-label", "contact", "It opens with the press office's label and gives an address.",
        endings.is_contact_label,
    ),
    Rule("notes-label", "notes", "It opens by saying that it is a note to editors.", endings.is_notes_label),
    Rule(
        "boilerplate-label", "boilerplate", "It opens with “About” and a name, after the story or in bold.",
        endings.is_about_label,
    ),
    Rule(
        "contact-in-notes", "contact", "It stands in the notes and says how journalists reach the publisher.",
        endings.is_press_number, opens=False,
    ),
    Rule(
        "notes", "notes", "It stands in the notes to editors, or after the end mark.",
        partial(endings.goes_on, "notes"),
    ),
    Rule(
        "contact", "contact", "It stands under the press office's heading or label.",
        partial(endings.goes_on, "contact"),
    ),
    Rule(
        "boilerplate", "boilerplate", "It stands under a heading or label about the publisher.",
        partial(endings.goes_on, "boilerplate"),
    ),
    Rule("helpline", "helpline", "It stands under a heading over help.", helplines.goes_on),
    Rule(
        "closing-contact", "contact", "It says at the end how journalists reach the publisher.",
        closing.is_closing_contact,
    ),
    Rule(
        "closing-offer", "notes", "It offers pictures, footage, experts or interviews at the end.",
        closing.is_closing_offer,
    ),
    Rule(
        "closing-links", "notes", "It has nothing but web addresses and their labels, at the end.",
        closing.is_closing_links,
    ),
    Rule(
        "helpline-line", "helpline",
        "It tells people whom to call: an emergency, crisis or free number, or any number with words of help.",
        helplines.is_help_line, opens=False,
    ),
    Rule(
        "helpline-intro", "helpline", "It ends in a colon, and a list of numbers to call for help follows.",
        helplines.introduces_help, opens=False,
    ),
    BODY,
)  # fmt: skip


def decide(place: Place) -> Rule:
    """Return the first rule that fits."""
    return next(rule for rule in RULES if rule.test(place))
