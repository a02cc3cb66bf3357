# ruff: noqa: E501 - patterns read best on one line
"""The templates of easy read: English sentences that are wholly known, and the sentences that say the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plainspoken.engines.patterns import DATE, NAME, PHONE, TIME, stop

Pieces = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A whole sentence that is known, and the sentences to say instead, filled with its own words."""

    name: str
    pattern: re.Pattern[str]
    say: Pieces

    def fill(self, text: str) -> Pieces | None:
        """Return the sentences for a text; None where the template doesn't fit it."""
        match = self.pattern.fullmatch(text)
        if not match:
            return None
        spans = {name: span or "" for name, span in match.groupdict().items()}
        wants = spans.get("line", "").endswith(("Helpline", "Hotline"))
        spans["the"] = spans.get("the", "").lower() or ("the " if wants else "")
        said = (one for one in self.say if all(spans[name] for name in _SLOT.findall(one) if name in _OPTIONAL))
        return tuple(stop(one.format(**spans)) for one in said)


def _template(name: str, pattern: str, *say: str) -> Template:
    return Template(name, re.compile(pattern), say)


_SLOT = re.compile(r"\{(\w+)\}")
# A sentence that says one of these is left out where the words are not there.
_OPTIONAL = frozenset({"when", "other"})
_COUNTS = r"\w+ (?:count|charge)s? of [\w ’'\-]+?"
# Each pattern names a whole sentence: what is not wholly understood is left as it is.
TEMPLATES = (
    _template(
        "name-age-place",
        rf"(?P<name>{NAME}), (?:aged )?(?P<age>\d{{1,3}}), (?:of|from|formerly of|trading as) (?:(?!\bwho|\bwhose)[^.])+?, (?P<did>(?:was|is|has|had|appeared|pleaded|admitted|denied|denies|will) [^;:]+)\.",
        "{name} is {age} years old",
        "{name} {did}",
    ),
    _template(
        "name-place",
        rf"(?P<name>{NAME}), (?:of|from|formerly of|trading as) (?:(?!\bwho|\bwhose)[^.])+?, (?P<did>(?:was|is|has|had|appeared|pleaded|admitted|denied|denies|will) [^;:]+)\.",
        "{name} {did}",
    ),
    _template(
        "name-age-who",
        r"(?P<main>[^,;:]+? (?P<name>[A-Z][\w’\-]+ [A-Z][\w’\-]+)), (?:aged )?(?P<age>\d{1,3}), who (?P<did>(?:was|is|has|had) [^;:]+)\.",
        "{main}",
        "{name} is {age} years old",
        "{name} {did}",
    ),
    _template(
        "name-age",
        rf"(?P<name>{NAME}), (?:aged )?(?P<age>\d{{1,3}}), (?P<did>(?:was|is|has|appeared|pleaded|admitted|denied) [^;:]+)\.",
        "{name} is {age} years old",
        "{name} {did}",
    ),
    _template(
        "two-counts",
        rf"(?P<who>[\w ’'\-]+?) (?P<had>had )?(?P<pleaded>(?:pleaded guilty|admitted|pleaded not guilty)) (?P<to>to )?"
        rf"(?P<one>{_COUNTS}) and (?P<two>{_COUNTS})\.",
        "{who} {had}{pleaded} {to}{one}",
        "{who} {had}also {pleaded} {to}{two}",
    ),
    _template(
        "must-not-until",
        rf"Under (?P<order>an? [\w \-]+), (?P<who>he|she|they) must not (?P<one>[^,]+), or (?P<two>[^,]+), until (?P<date>{DATE})\.",
        "There is {order}",
        "{who} must not {one} until {date}",
        "{who} must not {two} until {date}",
    ),
    _template(
        "court-heard-time",
        rf"(?P<heard>The (?:court|jury|inquest) (?:heard|was told) that) (?P<what>[^,]+?) (?P<time>at {TIME} on {DATE}),? (?P<more>[^,]+ (?:after|before) [^,]+)\.",
        "{heard} {what}",
        "{heard} this was {time}",
        "{heard} this was {more}",
    ),
    _template(
        "court-heard-time",
        rf"(?P<heard>The (?:court|jury|inquest) (?:heard|was told) that) (?P<what>[^,]+?) (?P<time>at {TIME} on {DATE})\.",
        "{heard} {what}",
        "{heard} this was {time}",
    ),
    _template(
        "anyone-who",
        r"(?P<main>Anyone who [^,]+ can [^,]+), without (?P<without>an? [\w \-]+), (?P<where>(?:at|in) [^,]+)\.",
        "{main}",
        "This is {where}",
        "You do not need {without}",
    ),
    _template(
        "follow-cases",
        rf"The [\w \-]+ follows? (?P<cases>\d+ [^,]+ since {DATE}), most of them (?P<most>(?:in|among|at) [^,]+)\.",
        "There have been {cases}",
        "Most of them were {most}",
    ),
    _template(
        "ask-for",
        r"A(?P<what>n? [^,;:]+) is available if you ask for it\.",
        "You can ask for a{what}",
    ),
    _template(
        "call-for-example",
        rf"Call (?P<number>{PHONE}) (?P<case>if [^,]+), for example,? (?P<such>if [^;:]+)\.",
        "Call {number} {case}",
        "For example, call {number} {such}",
    ),
    _template(
        "helpline-on",
        rf"(?P<the>The )?(?P<line>{NAME}), run by [^,]+, (?P<how>is (?:free|open)[^,]*?) on (?P<number>{PHONE})\.",
        "Call {the}{line} on {number}",
        "It {how}",
    ),
    _template(
        "helpline-in",
        rf"In (?P<where>[A-Z][\w ]+), (?P<the>the )(?P<line>{NAME}(?: helpline)?) (?P<how>is (?:free|open)[^:]*?),? on (?P<number>{PHONE})\.",
        "In {where}, call {the}{line} on {number}",
        "It {how}",
    ),
    _template(
        "helpline-on",
        rf"(?P<the>The )?(?P<line>{NAME}) (?P<how>is (?:free|open)[^.;:]*?),? on (?P<number>{PHONE})\.",
        "Call {the}{line} on {number}",
        "It {how}",
    ),
    _template(
        "helpline-colon",
        rf"(?P<the>The )?(?P<line>{NAME}(?: helpline)?) (?P<how>is (?:free|open)[^:]*?): (?P<number>{PHONE})\.?",
        "Call {the}{line} on {number}",
        "It {how}",
    ),
    _template(
        "helpline-brackets",
        rf"(?P<the>The )?(?P<line>{NAME}): (?P<number>{PHONE}) \((?P<hours>(?:weekdays|every day|(?:Mon|Tues|Satur|Sun)day)[^)]*)\)\.?",
        "Call {the}{line} on {number}",
        "It is open {hours}",
    ),
    _template(
        "helpline-brackets",
        rf"(?P<the>The )?(?P<line>{NAME}): (?P<number>{PHONE}) \(free, (?P<hours>(?:weekdays|every day|(?:Mon|Tues|Satur|Sun)day)[^)]*)\)\.?",
        "Call {the}{line} on {number}",
        "It is free",
        "It is open {hours}",
    ),
    _template(
        "helpline-brackets",
        rf"(?P<the>The )?(?P<line>{NAME}): (?P<number>{PHONE}) \((?P<how>[^)]+)\)\.?",
        "Call {the}{line} on {number}",
        "It is {how}",
    ),
    _template(
        "helpline-plain",
        rf"(?P<the>The )?(?P<line>{NAME}): (?P<number>{PHONE})\.?",
        "Call {the}{line} on {number}",
    ),
    _template(
        "call-any-time",
        rf"(?P<call>(?:For [^,]+, )?[Cc]all [^,]*?{PHONE}) (?P<time>at any time of (?:the )?day or night)\.",
        "{call}",
        "Call {time}",
    ),
    _template(
        "call-or-online",
        rf"(?P<call>To [^,]+, call {PHONE}) or (?P<online>(?:report it|tell us|apply|do it) online)\.",
        "{call}",
        "Or {online}",
    ),
    _template(
        "ask-through",
        r"(?P<ask>You can (?:ask|find out) [^,]+?) through (?:the )?[^,]+, also (?:known as|called) (?P<name>[^,]+)\.",
        "{ask}",
        "You can do this through {name}",
    ),
    _template(
        "have-until",
        rf"(?P<who>[\w ]+ ha(?:s|ve) until (?:{TIME} on )?{DATE} to register to vote) in the (?P<what>[\w ]*elections?) on (?P<date>{DATE})\.",
        "{who}",
        "The {what} are on {date}",
    ),
    _template(
        "call-or",
        rf"(?P<call>[^.]*?\b[Cc]all [^,.]*?{PHONE})(?:,? (?P<when>between {TIME} and {TIME}[^()]*?))?,? or (?P<other>(?:email|visit|go to|speak to|talk to|tell|text|write to) .+)\.",
        "{call}",
        "Call {when}",
        "Or {other}",
    ),
    _template(
        "call-or",
        rf"(?P<call>[^.]*?\b[Cc]all [^,.]*?{PHONE}) \((?P<when>[^()]*\d(?:am|pm)[^()]*)\)(?:,? or (?P<other>(?:email|visit|go to|speak to|text|write to) .+))?\.",
        "{call}",
        "Call {when}",
        "Or {other}",
    ),
    _template(
        "or-call",
        rf"(?P<do>If [^,]+, (?:ask|go|speak|talk|visit) [^,;:]+), or call (?P<number>{PHONE})\.",
        "{do}",
        "Or call {number}",
    ),
    _template(
        "call-if-or",
        rf"Call (?P<number>{PHONE}) (?P<one>if [^,;:]+), or (?P<two>if [^,;:]+)\.",
        "Call {number} {one}",
        "Also call {number} {two}",
    ),
    _template(
        "line-reached",
        rf"(?P<case>If [^,]+, )?(?P<the>[Tt]he )?(?P<line>{NAME}) can be (?:reached|called) (?P<free>free )on (?P<number>{PHONE})\.",
        "{case}you can call {the}{line} on {number}",
        "It is {free}",
    ),
    _template(
        "line-reached",
        rf"(?P<case>If [^,]+, )?(?P<the>[Tt]he )?(?P<line>{NAME}) can be (?:reached|called) on (?P<number>{PHONE})\.",
        "{case}you can call {the}{line} on {number}",
    ),
    _template(
        "contact-or",
        rf"(?P<call>[^.]*?\b(?:call|contact) [^,.]*?{PHONE}),? or (?:email|at) (?P<mail>\S+@\S+)\.",
        "{call}",
        "Or email {mail}",
    ),
    _template(
        "call-and-we",
        rf"(?P<call>[^.]*?\b[Cc]all [^,.]*?{PHONE}),? and (?P<we>we (?:will|can) [^,;:]+)\.",
        "{call}",
        "{we}",
    ),
    _template(
        "such-as",
        r"(?P<must>[^,;:]+), such as (?P<some>an? [^,;:]+)\.",
        "{must}",
        "An example is {some}",
    ),
    _template(
        "hours-apart",
        rf"(?P<what>[^;:]+? (?:is|are|will be) (?:at|in|open|held at|held in) [^;:]+), (?P<hours>from {TIME} to {TIME}[^,;:]*)\.",
        "{what}",
        "This is {hours}",
    ),
    _template(
        "charity-which",
        r"(?P<what>[^,;:]+ (?:charity|company|organisation|group|service) (?P<name>[A-Z][\w’]+(?: [A-Z][\w’]+)*)), which (?P<did>(?:[^,;:]|(?<=\d),(?=\d))+)\.",
        "{what}",
        "{name} {did}",
    ),
    _template(
        "which-between",
        r"(?P<it>The [a-z\-]+), which (?P<did>(?:was|is|has|had|will|opened|closed|began|started|runs|covers|cost) ?[^,;:]*), (?P<rest>(?:was|is|has|had|will|are|were|can) [^;:]+)\.",
        "{it} {rest}",
        "{it} {did}",
    ),
    _template(
        "because",
        r"(?P<what>(?!(?:In|If|When|While|Although|As|Unless|Since)\b)[^,;:()]+), because (?P<why>[^,;:()]+)\.",
        "{what}",
        "This is because {why}",
    ),
)  # fmt: skip
