"""What a reader must know about how a page came about: translated by whom, checked by whom."""

from __future__ import annotations

from markupsafe import Markup

from plainspoken.findings import Finding, finding
from plainspoken.writers.editions import Edition
from plainspoken.writers.inline import named
from plainspoken.writers.say import Say


def notice(edition: Edition, say: Say) -> list[Markup]:
    """Return the sentences of the notice, in the page's own words; none on an original that no remote service saw."""
    return [*_on_easy_read(edition, say), *_on_translation(edition, say), *_on_services(edition, say)]


def standing_findings(edition: Edition) -> tuple[Finding, ...]:
    """Return what a person should still do about a translation: check it."""
    if edition.release.source_lang is None:
        return ()
    code = {"machine": "machine-translated", "people": "not-reviewed"}.get(edition.standing)
    level = "Easy read." if edition.is_easy else ""
    return (finding(code, edition.lang, level),) if code else ()


def _on_easy_read(edition: Edition, say: Say) -> list[Markup]:
    if not edition.is_easy:
        return []
    limits = say("This is the easy read version. It does not say everything that the full text says.")
    if edition.standing == "reviewed":
        return [limits, say("A person has checked this easy read version.")]
    made = say("This easy read version was made by a computer program.")
    return [limits, Markup("{} {}").format(made, say("Nobody has checked this easy read version yet."))]


def _on_translation(edition: Edition, say: Say) -> list[Markup]:
    source = edition.release.source_lang
    if source is None:
        return []
    language = say.language(source)
    lines = []
    match edition.standing:
        case "machine":
            lines.append(
                say(
                    "A computer translated this page from %(language)s. "
                    "Nobody has checked it yet. There may be mistakes.",
                    language=language,
                )
            )
            lines.append(say("Computers often get names, numbers and the word “not” wrong."))
        case "reviewed":
            lines.append(say("Translated from %(language)s", language=language) + ".")
            lines.append(say("A person has checked this translation."))
        case _:
            lines.append(
                say(
                    "This page was translated from %(language)s. A second person has not checked it yet.",
                    language=language,
                )
            )
    if edition.untranslated:
        lines.append(say("Some sentences are not translated. They are shown in %(language)s.", language=language))
    if edition.standing == "machine":
        lines.append(_contact(edition, say))
    return lines


def _on_services(edition: Edition, say: Say) -> list[Markup]:
    """Name each service off this machine that was sent the text, whoever has checked the page since."""
    message = "To make this page, its text was sent to a service on the internet: %(service)s."
    shown = (f"{one.engine} ({one.host})" if one.host else one.engine for one in edition.release.services if one.remote)
    return [say(message, service=Markup('<bdi dir="ltr">{}</bdi>').format(name)) for name in shown]


def _contact(edition: Edition, say: Say) -> Markup:
    publisher = edition.release.publisher
    if not publisher:
        return say("To speak to a person, use the contacts on the original page.")
    return say("To speak to a person, contact %(publisher)s.", publisher=named(publisher, edition.release.source_lang))
