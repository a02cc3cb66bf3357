"""Ways out of a release: the headings, rows and lines that lead to other stories."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from plainspoken.readers.draft import Draft
from plainspoken.readers.roles.wording import has_address, role_of_heading
from plainspoken.readers.runs import words

_OPENS = re.compile(
    r"\W*(related( \w+)?|"
    r"\d+ (responses?|comments?|thoughts?|kommentare?|commentaires?)( (to|on)\b.{0,200})?|"
    r"read next|read more|see also|more( (news|stories|from .{1,40}|like this|on this( \w+)?))?|(our )?latest (news|"
    r"stories|articles|appeals)|recent (posts|news|stories)|you (may|might) also.{0,40}|recommended( for you)?|"
    r"trending( now)?|most (read|popular|viewed)|popular (pages|stories)|share( this( \w+)?)?|comments?|"
    r"leave a (reply|comment)|newsletter|follow us.{0,20}|subscribe.{0,30}|stay in the flow|"
    r"weitere (meldungen|artikel|nachrichten|themen|pressemitteilungen).{0,30}|mehr zum thema|das könnte (sie|"
    r"dich).{0,40}|auch interessant|lire aussi|à lire aussi|sur le même (sujet|thème)|articles (liés|similaires|"
    r"récents)|"
    r"noticias relacionadas|te puede interesar|leggi anche|articoli correlati|czytaj (też|także)|zobacz (też|także)|"
    r"أخبار ذات صلة|اقرأ أيضا.{0,3}|mwy o newyddion|post navigation|pictures|"
    r"keep reading|current issue|popular|in this (issue|series)|our picks|editor['’]?s['’]? picks|top stories|up next|"
    r"(weitere|mehr|aktuelle) videos|meistgeklickt|meistgelesen|lesen sie (auch|mehr).{0,30}|zum thema|"
    r"schlagwörter.{0,30}|tell us what you think|(der |die |zum |zur |über (den|die) )?autor(in)?(nen|en)?|"
    r"about the (author|writer)s?|sobre la firma|sobre (el|la|los) autor\w*|(à propos de )?l['’]auteur\w*|"
    r"les (også|mer)|mest lest|läs (också|mer)|mest läst|læs også|lees (ook|verder)|meest gelezen|lue myös|"
    r"más (noticias|información)|lo más (leído|visto)|leia (também|mais)|veja também|mais lidas|i più letti|"
    r"najczęściej czytane|citește și|"
    r"ilgili haberler|çok okunanlar|関連記事|おすすめ記事|相关(新闻|阅读)|관련기사|читайте также)\W*",
    re.I,
)
_POINTER = re.compile(
    r"\W*(read (also|more|next|this)|also read|see also|watch( also| now)?|"
    r"more( on this)?|related|in (other|more) news|"
    r"lesen sie (auch|mehr|hier)|lies auch|mehr (dazu|zum thema)|auch interessant|"
    r"lire (aussi|la suite)|à lire|voir aussi|"
    r"lee (también|más)|le(e|a) también|ver también|te puede interesar|leggi (anche|pure)( su)?|guarda anche|"
    r"leia (também|mais)|veja também|les (også|mer)|se også|läs (också|mer|även)|læs (også|mere)|lees (ook|meer)|"
    r"lue myös|czytaj (też|także|więcej)|zobacz (też|także)|citește și|ayrıca bkz|"
    r"اقرأ أيضا\w?|이어서 보기|читайте также)"
    r"\s*[:：–—|>-]",
    re.I,
)
_FILE = re.compile(r"\.(pdf|docx?|odt|xlsx?|ods|csv|pptx?|zip)\b", re.I)


def without(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without what leads to other stories.

    What goes: what stands under a heading such as "Related news"; a line such as "Read also: ..."; a heading
    that is a link and has no text of its own; rows of three and more linked lines.
    """
    kept = list(_outside(drafts))
    after = [*kept[1:], None]
    return _apart(draft for draft, following in zip(kept, after, strict=False) if not _is_pointer(draft, following))


def _outside(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Leave out what a heading of teasers opens.

    A line that is no heading opens only what leads away at once; so does a heading that the article goes on after.
    """
    level = 0
    linked = False
    for index, draft in enumerate(drafts):
        if _opens(draft) and (draft.kind == "paragraph" or _goes_on(drafts, index)):
            linked, level = True, 0
            continue
        if draft.kind == "heading":
            opens = _opens(draft)
            if opens or not level or (draft.level or 2) <= level:
                level = (draft.level or 2) if opens else 0
        linked = linked and (leads_away(draft) or draft.kind == "figure")
        if not level and not linked:
            yield draft


def ended(drafts: list[Draft]) -> list[Draft]:
    """Return drafts without what ends them: several headings, with a picture at most under each, of other stories."""
    end = len(drafts)
    while end and (drafts[end - 1].kind == "heading" or _is_bare(drafts[end - 1])):
        end -= 1
    cards = [at for at in range(end, len(drafts)) if drafts[at].kind == "heading"]
    named = any(role_of_heading(drafts[at].text) for at in cards)
    return drafts[: cards[0]] if len(cards) > 1 and not named else drafts


def _is_bare(draft: Draft) -> bool:
    return draft.kind == "figure" and not draft.media and all(name == "alt" for name, _ in draft.parts)


def _opens(draft: Draft) -> bool:
    return draft.kind in ("heading", "paragraph") and len(draft.text) < 120 and bool(_OPENS.fullmatch(draft.text))


def _goes_on(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether the article goes on after a block: two paragraphs stand in a box of it.

    A box of the article is the one that holds most of all its prose, or one that held three paragraphs before.
    """
    prose = [at for at, draft in enumerate(drafts) if draft.box.strip() and _is_prose(draft) and not _heads(drafts, at)]
    boxes = {box for box, count in Counter(drafts[at].box for at in prose if at < index).items() if count >= 3}
    boxes |= {box for box, count in Counter(drafts[at].box for at in prose).most_common(1) if count >= 5}
    return sum(at > index and drafts[at].box in boxes for at in prose) >= 2


def _is_prose(draft: Draft) -> bool:
    return draft.kind == "paragraph" and len(draft.text.split()) >= 12 and not leads_away(draft)


def _heads(drafts: Sequence[Draft], index: int) -> bool:
    """Tell whether a linked heading stands over a paragraph: it is a teaser's."""
    return index > 0 and drafts[index - 1].kind == "heading" and leads_away(drafts[index - 1])


def _is_pointer(draft: Draft, following: Draft | None) -> bool:
    """Tell "Read also: (another story)", and a linked heading with no text of its own under it."""
    text = draft.text
    if len(text.split()) <= 30 and draft.kind in ("paragraph", "heading") and _POINTER.match(text) and _links(draft):
        return True
    headless = following is None or not _is_prose(following)
    return draft.kind == "heading" and headless and len(text.split()) > 3 and leads_away(draft)


def _apart(drafts: Iterator[Draft]) -> list[Draft]:
    """Leave out rows of linked lines, as long as no heading of notes, help or contacts opens them."""
    kept: list[Draft] = []
    for leads, group in groupby(drafts, key=lambda draft: draft.kind == "paragraph" and leads_away(draft)):
        row = list(group)
        if not leads or len(row) < 3 or (kept and role_of_heading(kept[-1].text)):
            kept.extend(row)
    return kept


def leads_away(draft: Draft) -> bool:
    """Tell whether all words of a block are links to other pages: no file, no number to call, no mail."""
    spoken = [run for _, runs in draft.parts for run in runs if any(map(str.isalnum, run.text))]
    if not spoken or draft.kind == "figure":
        return False
    linked = all(any(mark.kind == "link" and _is_page(mark.href or "") for mark in run.marks) for run in spoken)
    return linked and not has_address(words(spoken))


def _is_page(href: str) -> bool:
    return href.startswith("http") and not _FILE.search(href)


def _links(draft: Draft) -> bool:
    return any(run.has("link") for run in draft.runs)
