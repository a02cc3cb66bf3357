"""Posting to WordPress: what a site has of a pack, what it lacks, and the order in which that changes."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plainspoken import lang
from plainspoken.errors import TargetError
from plainspoken.pack import Origin
from plainspoken.posting.wordpress import article
from plainspoken.posting.wordpress.article import Article, File
from plainspoken.posting.wordpress.rest import Site

_MARK = re.compile(r'data-plainspoken="([^"]*)" data-digest="([^"]*)" data-origin="([^"]*)"')
_STATUSES = "publish,future,draft,pending,private"


@dataclass(frozen=True, slots=True)
class Post:
    """A post that stands at the site, as far as we look at it."""

    id: int
    slug: str
    link: str
    status: str
    pack: str
    digest: str
    origin: str


@dataclass(frozen=True, slots=True)
class Work:
    """What a pack is at a WordPress site: its articles by the slug of their posts, and which release it is of."""

    slug: str
    origin: Origin
    articles: Mapping[str, Article]

    @property
    def files(self) -> dict[str, tuple[File, bytes]]:
        """The files of all articles by name; the original's come first, and with them its words for a picture."""
        found: dict[str, tuple[File, bytes]] = {}
        for one in self.articles.values():
            for file in one.files:
                found.setdefault(file.name, (file, one.contents[file.key]))
        return found


@dataclass(frozen=True, slots=True)
class Done:
    """What a posting did: names of files and posts that were sent or taken away, how many stood there, addresses."""

    sent: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    urls: Mapping[str, str]


def work(folder: Path, manifest: Mapping[str, object]) -> Work:
    """Read a pack's own pages into articles, the original first."""
    digests = {str(one["path"]): str(one["sha256"]) for one in _list(manifest, "files")}
    slug = str(manifest["slug"])

    def file_of(path: str) -> tuple[str, bytes] | None:
        return (digests[path], (folder / path).read_bytes()) if path in digests else None

    articles = {}
    for edition in sorted(_list(manifest, "editions"), key=lambda one: one["source_lang"] is not None):
        path = str(edition["path"])
        name = f"{slug}-{edition['lang']}{'-easy' if edition['edition'] == 'easy' else ''}".lower()
        articles[name] = article.read((folder / path).read_bytes(), path, file_of, slug)
    return Work(slug, Origin.of(manifest), articles)


def post(
    site: Site, todo: Work, *, replace: bool, dry_run: bool, draft: bool, tell: Callable[[int, int, str], None]
) -> Done:
    """Send what the site lacks: files, then posts as drafts, then all posts at once; what is of no use goes last.

    Raises:
        TargetError: a post of another release, or of somebody's own, has one of the names.
        RemoteError: the site can't be reached or refuses us.
    """
    site.check()
    there = {one.slug: one for one in _posts(site, todo.slug, todo.articles)}
    _refuse_others(site, todo, there, replace=replace)
    media = {str(one["slug"]): one for one in _media(site, todo.slug)}
    lacking = [name for name in todo.files if _stem(name) not in media]
    status = "draft" if draft else "publish"
    stale = [
        name for name, one in todo.articles.items()
        if name not in there or there[name].digest != _digest(one, todo) or (there[name].status != status and not draft)
    ]  # fmt: skip
    gone = [one for one in there.values() if one.pack == todo.slug and one.slug not in todo.articles]
    wanted = {_stem(name) for name in todo.files}
    useless = [str(name) for name in media if name not in wanted]
    removed = tuple(sorted([one.slug for one in gone] + useless))
    kept = len(todo.files) + len(todo.articles) - len(lacking) - len(stale)
    if not dry_run:
        steps = len(lacking) + len(stale)
        for number, name in enumerate(lacking, 1):
            file, content = todo.files[name]
            media[_stem(name)] = _upload(site, todo, file, content)
            tell(number, steps, name)
        there |= {name: _draft(site, todo, name) for name in stale if name not in there}
        addresses = {name: _link(site, one) for name, one in there.items() if name in todo.articles}
        for number, name in enumerate(reversed(stale), len(lacking) + 1):  # the original last: it leads to the others
            _write(site, todo, name, there[name].id, _sources(todo, media), addresses, status)
            tell(number, steps, name)
        for one in gone:
            site.retry(lambda one=one: site.delete(f"posts/{one.id}", force=False), one.slug)  # type: ignore[misc]
        for name in useless:
            site.retry(lambda name=name: site.delete(f"media/{media[name]['id']}", force=True), name)  # type: ignore[misc]
    links = {
        name.removeprefix(f"{todo.slug}-"): _link(site, one) for name, one in there.items() if name in todo.articles
    }
    return Done((*lacking, *stale), removed, kept, links)


def take_down(site: Site, slug: str) -> tuple[str, ...]:
    """Take a pack's posts (into the bin) and files away; return their names, none where there is nothing of it."""
    site.check()
    posts = [one for one in _posts(site, slug, ()) if one.pack == slug]
    for one in posts:
        site.retry(lambda one=one: site.delete(f"posts/{one.id}", force=False), one.slug)  # type: ignore[misc]
    media = list(_media(site, slug))
    for found in media:
        site.retry(lambda found=found: site.delete(f"media/{found['id']}", force=True), str(found["slug"]))  # type: ignore[misc]
    return tuple([one.slug for one in posts] + [str(one["slug"]) for one in media])


def _posts(site: Site, pack: str, names: Sequence[str] | Mapping[str, Article]) -> Iterator[Post]:
    """Return the posts that carry the pack's mark, and those that have one of its names."""
    asked = {"context": "edit", "status": _STATUSES}
    seen = set()
    marked = site.each("posts", {**asked, "search": f"plainspoken-{pack}"})
    named = (one for name in names for one in site.each("posts", {**asked, "slug": name}))
    for source, tree in [*((True, one) for one in marked), *((False, one) for one in named)]:
        found = _read(tree)
        if found.id not in seen and (not source or found.pack == pack):
            seen.add(found.id)
            yield found


def _read(tree: Mapping[str, object]) -> Post:
    content = tree.get("content")
    mark = _MARK.search(str(content.get("raw") if isinstance(content, dict) else ""))
    pack, digest, origin = (html.unescape(one) for one in mark.groups()) if mark else ("", "", "")
    slug = str(tree["slug"] or tree.get("generated_slug"))
    return Post(int(str(tree["id"])), slug, str(tree["link"]), str(tree["status"]), pack, digest, origin)


def _media(site: Site, pack: str) -> Iterator[Mapping[str, object]]:
    """Return the files that we sent for a pack."""
    for one in site.each("media", {"context": "edit", "search": f"plainspoken-{pack}"}):
        said = one.get("description")
        if isinstance(said, dict) and f"plainspoken-{pack}." in str(said.get("raw")):
            yield one


def _refuse_others(site: Site, todo: Work, there: Mapping[str, Post], *, replace: bool) -> None:
    own = json.dumps([todo.origin.headline, todo.origin.url])
    for one in there.values():
        if not one.pack and one.slug in todo.articles:
            instead = "Rename that post, or make the pack under another name."
            raise TargetError("a post of somebody's own has this name", where=f"{site.name}: {one.slug}", todo=instead)
        if one.origin and not replace and not Origin(*json.loads(one.origin)).is_of(Origin(*json.loads(own))):
            instead = "Make the pack again with that one beside it, so that it gets another name; or use --replace."
            raise TargetError(
                "the pack of another release stands there", where=f"{site.name}: {one.slug}", todo=instead
            )


def _upload(site: Site, todo: Work, file: File, content: bytes) -> Mapping[str, object]:
    """Send a file, unless a try whose answer was lost did; check that all of it arrived."""
    mark = f"plainspoken-{todo.slug}."

    def put() -> Mapping[str, object]:
        found = site.get("media", {"context": "edit", "slug": _stem(file.name)}).tree
        sent = found[0] if isinstance(found, list) and found else None
        sent = sent or site.upload("media", file.name, file.media_type, content)
        size = _size(sent)
        if size is not None and size != len(content):
            site.delete(f"media/{sent['id']}", force=True)
            instead = "Its disk may be full; ask its owner, and run it again."
            raise TargetError("a file arrived cut at the site", where=f"{site.name}: {file.name}", todo=instead)
        words = {"title": article.text(file.title), "alt_text": file.alt, "caption": article.text(file.caption)}
        return site.send(f"media/{sent['id']}", {**words, "description": mark})

    return site.retry(put, file.name)


def _size(sent: Mapping[str, object]) -> int | None:
    details = sent.get("media_details")
    size = details.get("filesize") if isinstance(details, dict) else None
    return int(str(size)) if size else None


def _draft(site: Site, todo: Work, name: str) -> Post:
    """Make a post that nobody sees yet, unless a try whose answer was lost did."""
    content = _marked(todo, todo.articles[name], "", "draft")

    def make() -> Post:
        found = site.get("posts", {"context": "edit", "slug": name, "status": _STATUSES}).tree
        if isinstance(found, list) and found:
            return _read(found[0])
        title = article.text(todo.articles[name].title)
        return _read(site.send("posts", {"slug": name, "status": "draft", "title": title, "content": content}))

    return site.retry(make, name)


def _write(
    site: Site,
    todo: Work,
    name: str,
    number: int,
    sources: Mapping[str, str],
    addresses: Mapping[str, str],
    status: str,
) -> None:
    one = todo.articles[name]
    body = one.body
    for file in one.files:
        body = body.replace(f"{{{file.key}}}", article.attribute(sources[file.name]))
    tree = {
        "title": article.text(one.title), "excerpt": article.text(one.summary), "status": status, "slug": name,
        "content": _marked(todo, one, _languages(todo, name, addresses) + body, _digest(one, todo)),
    }  # fmt: skip
    site.retry(lambda: site.send(f"posts/{number}", tree), name)


def _marked(todo: Work, one: Article, body: str, digest: str) -> str:
    """Wrap a post's words in what tells its language to a screen reader, and its pack to us."""
    origin = article.attribute(json.dumps([todo.origin.headline, todo.origin.url]))
    said = f'class="plainspoken-{todo.slug}" lang="{article.attribute(one.lang)}" dir="{one.direction}"'
    mark = f'data-plainspoken="{todo.slug}" data-digest="{digest}" data-origin="{origin}"'
    return f"<!-- wp:html -->\n<div {said} {mark}>\n{body}</div>\n<!-- /wp:html -->"


def _languages(todo: Work, name: str, addresses: Mapping[str, str]) -> str:
    """Write the list of the other editions, each in its own language."""
    links = []
    for other, one in todo.articles.items():
        if other == name:
            continue
        label = lang.name(one.lang, one.lang)
        easy = re.search(r" (\([^()]*\))$", one.title) if other.endswith("-easy") else None
        words = article.text(f"{label} {easy[1]}" if easy else label)
        said = f'hreflang="{one.lang}" lang="{one.lang}" dir="{one.direction}"'
        links.append(f'<li><a href="{article.attribute(addresses[other])}" {said}>{words}</a></li>')
    return f"<ul>{''.join(links)}</ul>\n" if links else ""


def _link(site: Site, one: Post) -> str:
    """Return an address that leads to a post whatever form its site's addresses have, or get."""
    return f"{site.home}?p={one.id}"


def _sources(todo: Work, media: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    return {name: str(media[_stem(name)]["source_url"]) for name in todo.files}


def _digest(one: Article, todo: Work) -> str:
    """Digest all that a post is made of; the other editions' names too, as it leads to them."""
    parts = [one.title, one.summary, one.body, *sorted(file.name for file in one.files), *sorted(todo.articles)]
    return sha256("\0".join(parts).encode()).hexdigest()[:32]


def _stem(name: str) -> str:
    return name.rpartition(".")[0]


def _list(manifest: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    found = manifest[name]
    return found if isinstance(found, list) else []
