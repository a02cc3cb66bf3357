"""Lines that the site says, not the release: share, print, read more, back to the list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from plainspoken.readers import teasers
from plainspoken.readers.draft import Draft
from plainspoken.readers.runs import Run, words

_LINE = re.compile(
    r"\W*(?:"
    r"share( (this|on|via|with|appeal|story|page|article|link))?\b.{0,60}|print( (this|page|friendly|version|"
    r"article))?\b.{0,40}|(printer|print)[ -]friendly( version)?|"
    r"e-?mail (this|a friend|page).{0,40}|copy link|(link )?copied.{0,20}|tweet( this)?|facebook|twitter|linkedin|"
    r"whats ?app|instagram|youtube|x|"
    r"(back|return) to .{0,40}|(<< ?)?back|(to the )?top( of page)?|zurück.{0,30}|nach oben|seite drucken|drucken|"
    r"teilen|(retour|haut de page).{0,30}|"
    r"(read|find out|learn|see|show|view) (more|less|all)( .{0,60})?|read next|more (news|stories|from|on|"
    r"like).{0,60}|mehr( zum thema| lesen| erfahren)?|weiterlesen|lire (plus|la suite|aussi).{0,60}|leer más|"
    r"leggi (anche|tutto).{0,60}|"
    r"(previous|next)( (story|article|post|page|news)).{0,80}|(previous|next)|related (stories|news|articles|content|"
    r"links?|topics|posts|documents|information)|latest (news|stories|appeals)|recent (posts|news)|"
    r"you (may|might) also (like|be interested in).{0,40}|recommended( for you)?|trending( now)?|most (read|popular|"
    r"viewed)|popular (pages|stories|posts)|"
    r"(sign up|subscribe|join|register)( (to|for|now|here|up|our)\b.{0,80})?|newsletter.{0,40}|follow us.{0,60}|"
    r"get (emails|the stories|alerts|updates|our).{0,80}|stay (informed|connected|up to date).{0,40}|"
    r"get .{3,60}\b(delivered|sent)\b.{0,40}\b(inbox|letterbox|e-?mails?|door|phone)\b.{0,90}|"
    r"(updated|posted|published):? (?-i:[A-Z])\w{2,8}\.? \d{1,2},? (\d{4},? )?\d{1,2}:\d\d.{0,60}|"
    r"if you (enjoyed|liked) (this|reading)\b.{0,120}\b(join|subscrib|newsletter|member|support|donat).{0,90}|"
    r"more (?!info|detail|help|advice|facts|figures|about)\w[\w ]{1,30}:( (and )?(https?://|www\.)\S+)+|"
    r"\[(\w+)[^\]]*\].*\[/\w+\]|"
    r"(was|is|did you find) (this|what you).{0,60}(useful|helpful|looking for)\W{0,3}( yes)?( no)?|(thank you for|"
    r"give us|leave|send us)( your)? feedback.{0,30}|report a problem with this page|"
    r"\d+ (min(ute)?s?)( |-)(read|reading time).{0,20}|reading time.{0,30}|lesezeit.{0,30}|\d+ (comments?|views?|"
    r"shares?|likes?)|comments?( are closed| \(\d+\))?|no comments( yet)?|leave a (comment|reply)|post a comment|"
    r"add comment|"
    r"(posted|filed|published) (in|under)\b.{0,80}|(tags?|topics?|categor(y|ies)|tagged|keywords|schlagwörter|themen|"
    r"mots-clés|etiquetas)\s*:.{0,120}|(last|page) (updated|modified|reviewed).{0,60}|updated?:.{0,60}|"
    r"zuletzt (geändert|aktualisiert).{0,40}|"
    r"(accept|manage|reject|view)( all| additional)? cookies|cookie (settings|policy|notice)|skip to .{0,30}|"
    r"you are here.{0,120}|advert(isement|s)?|(article|story) continues (below|after).{0,40}|"
    r"this (slideshow|video|content|page|site) requires javascript.{0,40}|like this (story|article)\? share.{0,40}|"
    r"you (are receiving|received|get) this (because|e-?mail|message).{0,120}|unsubscribe.{0,60}|"
    r"(update|manage|change) (your|my) (e-?mail )?(preferences|subscriptions?).{0,40}|"
    r"forward (this )?to a (friend|colleague)|"
    r"sie erhalten diese (e-?mail|nachricht).{0,120}|vous recevez (cet? e-?mail|ce (message|courriel)).{0,120}|"
    r"(?-i:SOURCE):? .{2,80}|view (the )?source version on .{0,160}|"
    r"view (this (e-?mail|message) )?in (your |a )?browser|"
    r"submit a correction|reprints?( (&|and) permissions)?|swipe.{0,3}|"
    r"(mit (meiner|der) anmeldung|by (signing up|subscribing|registering)|en (vous|m['’]) ?inscrivant|"
    r"al (suscribir|registrar)\w*|iscrivendo\w*)\b.{0,120}\b(newsletters?|agree|consent|terms|privacy|datenschutz\w*|"
    r"werbevereinbarung|accept\w*|acepta\w*|accett\w*).{0,120}|"
    r"(dieser artikel wurde|this (article|story) (was|has been|is)) (zuerst|ausgedruckt|im original|first|originally) "
    r".{0,160}|dieses thema im programm\s*:.{0,160}|"
    r"anuncio|publicidad(e)?|pubblicità|reklama?|annonse|annons|mainos|reclame|広告|광고|广告|реклама|إعلان|"
    r"anzeige|werbung|publicité|sponsored|loading.{0,3}|menu|search|close|"
    r"(download|view|open)( (this|the|all|full|as|print|high|hi)\b.{0,60})?( (images?|photos?|pdf|file|media kit|"
    r"press kit))?( \(.{0,30}\))?|"
    r"(all rights reserved|© ?\d{4}).{0,100}|©.{0,80}|(image|slide|photo) \d+ (of|/) \d+.{0,20}|(previous|"
    r"next) (image|slide|photo)"
    r")\W*",
    re.I,
)
_CALL = re.compile(
    r"\W*((find out|read|learn|see) more|sign up|join( now| us)?|apply now|book now|subscribe|donate( now)?|shop now|"
    r"mehr erfahren|en savoir plus)( .{0,30})?\W*",
    re.I,
)
_LONGEST = 250  # characters of the longest line that could be chatter


def without(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without the site's own lines, and without the teasers that its headings open."""
    kept = teasers.without(drafts)
    after = [*kept[1:], None]
    said = zip(kept, after, strict=True)
    return teasers.ended([one for one, following in said if not is_chatter(one) and not _is_bait(one, following)])


def is_chatter(draft: Draft) -> bool:
    """Tell whether a block says something about the page, not about its subject."""
    if draft.kind == "list":
        items = [words(runs)[:_LONGEST] for _, runs in draft.parts]
        return all(_LINE.fullmatch(item) for item in items) or _is_menu(draft)
    if draft.kind not in ("paragraph", "heading"):
        return False
    text = draft.text
    if len(text) > (60 if draft.kind == "heading" else _LONGEST):
        return False
    return bool(_LINE.fullmatch(text)) or _is_trail(draft) or _is_toolbar(draft)


def _is_menu(draft: Draft) -> bool:
    """A list whose every item is one link of a few words leads elsewhere; in a release, links stand in sentences."""
    spoken = [words(runs) for _, runs in draft.parts]
    linked = all(all(run.has("link") or not run.text.strip() for run in runs) for _, runs in draft.parts)
    web = any(
        mark.href and mark.href.startswith("http") for _, runs in draft.parts for run in runs for mark in run.marks
    )
    return linked and web and len(spoken) >= 3 and sum(len(text.split()) for text in spoken) < 5 * len(spoken)


def _is_trail(draft: Draft) -> bool:
    """Tell breadcrumbs and link bars: short links with a separator between them."""
    text = draft.text
    outside = "".join(run.text for run in draft.runs if not run.has("link")).strip()
    links = sum(1 for run in draft.runs if run.has("link"))
    return links >= 2 and len(text) < 250 and bool(re.fullmatch(r"[\s>›»|/·•,\\<«-]*", outside)) and bool(outside)


def _is_toolbar(draft: Draft) -> bool:
    """Tell a line of nothing but links that each say something about the page."""
    linked = [words(run for run in group) for has, group in groupby(draft.runs, key=_link_key) if has]
    spoken = "".join(run.text for run in draft.runs if not _link_key(run))
    return bool(linked) and not any(map(str.isalnum, spoken)) and all(_LINE.fullmatch(label) for label in linked)


def _link_key(run: Run) -> int:
    return next((mark.key + 1 for mark in run.marks if mark.kind in ("link", "removed")), 0)


def _is_bait(draft: Draft, following: Draft | None) -> bool:
    """Tell a slogan by the "Find out more" that stands under it in the same box."""
    if following is None or draft.kind != "paragraph" or draft.hints != following.hints:
        return False
    short = len(draft.text.split()) <= 12 and not draft.text.endswith((".", "!", "?", ":"))
    return short and bool(_CALL.fullmatch(following.text))
