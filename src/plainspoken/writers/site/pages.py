"""The pages of a site: what is new in one language, or in all, with a search that needs no server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken import lang
from plainspoken.writers.frame import Beside, Frame, Link, Search, write_page
from plainspoken.writers.say import Say, own_name
from plainspoken.writers.site.search import SIGNS, UNSPACED, same, terms
from plainspoken.writers.site.story import Story, Telling


@dataclass(frozen=True, slots=True)
class Row:
    """A release in the list: its language, its page, its words, its day, its easy read, whether it is read aloud."""

    lang: str
    dir: str
    href: str
    headline: str
    standfirst: str
    day: str | None
    date: str
    easy: str | None
    audio: bool


def site_title(stories: Sequence[Story], title: str | None, say: Say) -> str:
    """Return what a site is called: as asked, else after its one publisher, else simply news."""
    publishers = {story.publisher for story in stories}
    return title or (publishers.pop() if len(publishers) == 1 else "") or say.plain("News")


def language_page(
    stories: Sequence[Story], tag: str, tags: Sequence[str], say: Say, title: str | None, base: str | None
) -> bytes:
    """Return the page of one language.

    Args:
        stories: the packs, the newest first.
        tag: the language.
        tags: all languages of the site.
        say: the words in that language.
        title: what the site is called.
        base: the address of the site, ending with a slash, where it is known.
    """
    told = [(story, found) for story in stories if (found := story.first(tag))]
    links = [Link(f"../{each}/index.html", each, _name(each, tags), here=each == tag) for each in tags]
    fed = any(one.sound for story, _ in told for one in story.tellings if one.lang == tag)
    name = site_title(stories, title, say)
    return _page(told, name, links, say, base, up="../", fed=fed)


def root_page(stories: Sequence[Story], tags: Sequence[str], say: Say, title: str | None, base: str | None) -> bytes:
    """Return the first page: the languages, and every release in the language that it was written in."""
    told = [(story, story.first(story.lang) or story.tellings[0]) for story in stories]
    links = [Link(f"{tag}/index.html", tag, _name(tag, tags)) for tag in tags]
    return _page(told, site_title(stories, title, say), links, say, base, up="", fed=False)


def _name(tag: str, tags: Sequence[str]) -> str:
    """Return the name of a language in itself; with its country where the site has the language of two."""
    name = own_name(tag)
    return lang.name(tag, tag) if [own_name(one) for one in tags].count(name) > 1 else name


def _page(
    told: Sequence[tuple[Story, Telling]], name: str, links: Sequence[Link], say: Say, base: str | None, *, up: str,
    fed: bool,
) -> bytes:  # fmt: skip
    heading = say.plain("News")
    alternates = [Link(f"{base}{one.lang}/" if base else one.href, one.lang) for one in links]
    return write_page(
        "site.html",
        Frame(
            title=heading if name == heading else f"{heading} – {name}",
            safety=any(story.safety for story, _ in told),
            alternates=(*alternates, Link(base or f"{up}index.html", "x-default")),
            beside=(Beside("alternate", "feed.xml", "application/rss+xml"),) if fed and base else (),
            search=Search([_searched(story, one) for story, one in told], same(), SIGNS, UNSPACED),
        ),
        say,
        name="" if name == heading else name,
        heading=heading,
        links=links,
        rows=[_row(story, one, up, say) for story, one in told],
        feed="feed.xml" if fed else None,
    ).encode()


def _searched(story: Story, told: Telling) -> str:
    texts = [f"{one.headline} {one.standfirst} {one.text}" for one in story.tellings if one.lang == told.lang]
    return terms(" ".join((*texts, story.publisher)))


def _row(story: Story, told: Telling, up: str, say: Say) -> Row:
    easy = story.find(told.lang, easy=True)
    return Row(
        lang=told.lang,
        dir=lang.direction(told.lang),
        href=f"{up}{story.slug}/{told.page}",
        headline=told.headline or story.slug,
        standfirst=told.standfirst,
        day=story.published,
        date=say.date(story.published) if story.published else "",
        easy=f"{up}{story.slug}/{easy.page}" if easy and easy is not told else None,
        audio=any(one.sound for one in story.tellings if one.lang == told.lang),
    )
