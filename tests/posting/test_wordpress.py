"""Posting to WordPress: a real one on this machine alone, seen through a gate that can cut and refuse."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from plainspoken.errors import RemoteError, SourceError, TargetError, UsageError
from plainspoken.pack import Pack
from plainspoken.post import post, unpost
from plainspoken.posting.wordpress import article
from plainspoken.steps import parse, simplify
from plainspoken.writers.pack import publish
from tests import build, needs
from tests.posting.gate import Gate
from tests.posting.wordpress_server import PACKAGE, PROGRAMS, WordPress, wordpress

EDITIONS = build.editions()
SAMPLE = Path(__file__).parents[2] / "samples" / "flood-grants" / "page.html"
pytestmark = [
    needs.programs(*PROGRAMS), needs.files(PACKAGE), needs.modules("httpx", "resvg_py"),
]  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WordPress]:
    with wordpress(tmp_path_factory.mktemp("wordpress")) as running:
        yield running


@pytest.fixture
def slug(request: pytest.FixtureRequest) -> str:
    """A name of its own for each test: they share the site."""
    return request.node.name.replace("_", "-").partition("[")[0]


@pytest.fixture
def pack(tmp_path: Path, slug: str) -> Pack:
    return publish(EDITIONS, [build.narration(one) for one in EDITIONS], into=tmp_path / "packs", slug=slug)


def no_wait(_: float) -> None:
    """Try again at once."""


def seen(site: WordPress, url: str) -> str:
    """What a visitor gets, who is not logged in."""
    answer = httpx.get(url, follow_redirects=True)
    return answer.text if answer.is_success else f"status {answer.status_code}"


def things(site: WordPress, kind: str, slug: str) -> list[Mapping[str, object]]:
    """The posts or files of a pack, as the person who posts them sees them."""
    auth = ("press", site.opens["PLAINSPOKEN_POST_PASSWORD"])
    status = {"status": "publish,draft"} if kind == "posts" else {}
    found = httpx.get(
        f"{site.address}/wp-json/wp/v2/{kind}", auth=auth, params={"context": "edit", "per_page": 100, **status}
    ).json()
    return sorted((one for one in found if str(one["slug"]).startswith(f"{slug}-")), key=lambda one: one["slug"])


def test_round(site: WordPress, pack: Pack, slug: str) -> None:
    """Every edition is a post in its language with its sound; nothing is sent twice; all of it comes down."""
    done = post(pack, site.target, environment=site.opens)
    posts = {str(one["slug"]): one for one in things(site, "posts", slug)}
    assert set(posts) == {f"{slug}-{name}" for name in ("en-gb", "en-gb-easy", "ur", "ur-easy")}
    assert {one["status"] for one in posts.values()} == {"publish"}
    sound = next(one for one in things(site, "media", slug) if "ur-audio-release" in str(one["slug"]))
    urdu = seen(site, done.urls["ur"])
    assert 'lang="ur" dir="rtl"' in urdu and str(sound["source_url"]) in urdu and "<track" in urdu
    assert all(f'hreflang="{tag}"' in urdu for tag in ("en-GB",))
    assert httpx.get(str(sound["source_url"])).content == (pack.folder / "ur/audio/release.mp3").read_bytes()
    again = post(pack, site.target, environment=site.opens)
    assert (again.sent, again.removed, again.kept) == ((), (), len(done.sent))
    assert unpost(slug, site.target, environment=site.opens).removed
    assert things(site, "posts", slug) == things(site, "media", slug) == []
    assert seen(site, done.urls["ur"]) == "status 404"
    with pytest.raises(SourceError):
        unpost(slug, site.target, environment=site.opens)


def test_pictures_are_told(site: WordPress, tmp_path: Path, slug: str) -> None:
    """Easy read's drawings go as pixels, told to those who don't see them on the page and in the library."""
    release = parse(SAMPLE)
    pack = publish([release, simplify(release)], into=tmp_path, slug=slug)
    done = post(pack, site.target, environment=site.opens)
    easy = seen(site, done.urls["en-easy"])
    drawn = [one for one in things(site, "media", slug) if one["mime_type"] == "image/png"]
    assert drawn
    for one in drawn:
        assert one["alt_text"] and f'alt="{one["alt_text"]}"' in easy
        assert httpx.get(str(one["source_url"])).content.startswith(b"\x89PNG")


def test_only_what_changed_is_sent(site: WordPress, pack: Pack, slug: str) -> None:
    """A changed edition is sent, the others stay; a language that is no more goes, with its sound."""
    post(pack, site.target, environment=site.opens)
    newer = publish(
        [replace(EDITIONS[0], publisher="Northby Council"), EDITIONS[1]],
        [build.narration(one) for one in EDITIONS[:2]], into=pack.folder.parent, slug=slug, replace=True,
    )  # fmt: skip
    done = post(newer, site.target, environment=site.opens)
    assert f"{slug}-ur" in done.removed and any("ur-audio" in name for name in done.removed)
    assert f"{slug}-en-gb" in done.sent and not any("easy" in name for name in done.sent if name.endswith("mp3"))
    assert "Northby Council" in seen(site, done.urls["en-gb"])


def test_dry_run_and_drafts(site: WordPress, pack: Pack, slug: str) -> None:
    """A dry run sends nothing; drafts are there for their owner and for nobody else, until they are published."""
    planned = post(pack, site.target, environment=site.opens, dry_run=True)
    assert things(site, "posts", slug) == things(site, "media", slug) == []
    done = post(pack, site.target, environment=site.opens, draft=True)
    assert done.sent == planned.sent
    assert {one["status"] for one in things(site, "posts", slug)} == {"draft"}
    assert seen(site, done.urls["ur"]) == "status 404"
    public = post(pack, site.target, environment=site.opens)
    assert {one["status"] for one in things(site, "posts", slug)} == {"publish"}
    assert set(public.sent) == {f"{slug}-{name}" for name in ("en-gb", "en-gb-easy", "ur", "ur-easy")}


def test_words_do_nothing_at_the_site(site: WordPress, tmp_path: Path, slug: str) -> None:
    """What WordPress would run or fetch (shortcodes, markup, an address on its own) is shown as it is written."""
    said = 'Use [audio src="x"] and <script>alert(1)</script> and {ur} “now”.'
    blocks = (build.block("body.p1", said), build.block("body.p2", "https://elsewhere.example/video"))
    hostile = replace(EDITIONS[0], sections=(EDITIONS[0].sections[0], build.section("body", "body", *blocks)))
    done = post(publish([hostile], into=tmp_path, slug=slug), site.target, environment=site.opens)
    page = seen(site, done.urls["en-gb"])
    assert "[audio src=" in page.replace("&#91;", "[") and "wp-audio-shortcode" not in page
    assert "<script>alert(1)" not in page and "&lt;script&gt;alert(1)" in page
    assert "{ur}" in page.replace("&#123;", "{").replace("&#125;", "}") and "wp-embed" not in page


def test_somebodys_own_post_stays(site: WordPress, pack: Pack, slug: str) -> None:
    """A post that has one of our names and isn't ours is left alone, and nothing is sent."""
    auth = ("press", site.opens["PLAINSPOKEN_POST_PASSWORD"])
    own = {"slug": f"{slug}-ur", "title": "Mine", "content": "mine", "status": "publish"}
    httpx.post(f"{site.address}/wp-json/wp/v2/posts", auth=auth, json=own)
    with pytest.raises(TargetError, match="somebody's own"):
        post(pack, site.target, environment=site.opens)
    assert [one["title"]["raw"] for one in things(site, "posts", slug)] == ["Mine"]  # type: ignore[index]
    assert things(site, "media", slug) == []


def test_the_pack_of_another_release_stays(site: WordPress, pack: Pack, tmp_path: Path, slug: str) -> None:
    """Two releases of one name meet at a site only where somebody says so."""
    post(pack, site.target, environment=site.opens)
    title = build.section("headline", "headline", build.block("headline.h1", "Ferry closed", kind="heading"))
    namesake = replace(EDITIONS[0], url=None, sections=(title, *EDITIONS[0].sections[1:]))
    other = publish([namesake], into=tmp_path / "b", slug=slug)
    with pytest.raises(TargetError, match="another release"):
        post(other, site.target, environment=site.opens)
    assert "Ferry closed" in seen(site, post(other, site.target, environment=site.opens, replace=True).urls["en-gb"])


@pytest.mark.parametrize("who", ["nobody", "reader"])
def test_wrong_key(site: WordPress, pack: Pack, slug: str, who: str) -> None:
    """Who may not publish there is told so at once; the password is in no message."""
    key = "not the key of the office" if who == "nobody" else site.reader["PLAINSPOKEN_POST_PASSWORD"]
    target = site.target if who == "nobody" else site.target.replace("press@", "reader@")
    with pytest.raises(RemoteError, match="refuses us") as caught:
        post(pack, target, environment={"PLAINSPOKEN_POST_PASSWORD": key}, sleep=no_wait)
    assert key not in str(caught.value)
    assert things(site, "posts", slug) == []


def test_a_lost_answer_makes_nothing_twice(site: WordPress, pack: Pack, slug: str) -> None:
    """A connection that is cut after the site has done its work is no reason to do it again."""
    with Gate(site.address) as gate:
        gate.lose = {"POST media": 1, "POST posts": 1}
        done = post(pack, gate.target(site.target), environment=site.opens, sleep=no_wait)
    assert gate.lose == {"POST media": 0, "POST posts": 0}
    names = [str(one["slug"]) for kind in ("posts", "media") for one in things(site, kind, slug)]
    assert len(names) == len(set(names)) == len(done.sent) and not any(name.endswith("-2") for name in names)


def test_a_cut_run_goes_on(site: WordPress, pack: Pack, slug: str) -> None:
    """A run that dies half-way leaves nothing for visitors to see, and the next one sends the rest alone."""
    with Gate(site.address) as gate:
        gate.closed_after = 4
        with pytest.raises(RemoteError, match="goes on where it stopped"):
            post(pack, gate.target(site.target), environment=site.opens, sleep=no_wait)
    assert all(one["status"] == "draft" for one in things(site, "posts", slug))
    there = len(things(site, "media", slug))
    done = post(pack, site.target, environment=site.opens)
    assert there > 0 and done.kept == there
    assert {one["status"] for one in things(site, "posts", slug)} == {"publish"}


def test_a_busy_site_is_waited_for(site: WordPress, pack: Pack, slug: str) -> None:
    """Where a site says when to come back, that is when we come back."""
    waits: list[float] = []
    with Gate(site.address) as gate:
        gate.busy = 2
        post(pack, gate.target(site.target), environment=site.opens, sleep=waits.append)
    assert waits == [7.0, 7.0]


def test_a_full_site(site: WordPress, pack: Pack, slug: str) -> None:
    """A site whose disk is full keeps nothing cut, and shows no post without its sound."""
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(site.uploads)], capture_output=True, text=True
    )
    if mounted.returncode:
        pytest.skip(f"a small disk can't be made here: {mounted.stderr.strip()}")
    try:
        with pytest.raises(TargetError, match=r"disk may be full"):
            post(pack, site.target, environment=site.opens, sleep=no_wait)
    finally:
        subprocess.run(["umount", str(site.uploads)], check=True)
    assert things(site, "posts", slug) == []


def test_addresses_that_are_numbers(tmp_path: Path, pack: Pack) -> None:
    """A site without permalinks has its interface elsewhere; it serves all the same."""
    with wordpress(tmp_path / "plain", pretty=False) as plain:
        done = post(pack, plain.target, environment=plain.opens)
        assert 'lang="ur" dir="rtl"' in seen(plain, done.urls["ur"])
        assert post(pack, plain.target, environment=plain.opens).sent == ()


def test_no_wordpress_there(pack: Pack, site: WordPress) -> None:
    """A server that is none is named as such."""
    with Gate(site.address) as gate:
        gate.hidden = True
        with pytest.raises(RemoteError, match="no WordPress answers"):
            post(pack, gate.target(site.target), environment=site.opens, sleep=no_wait)


@pytest.mark.parametrize(("target", "says"), [
    ("wordpress://press:hush@site.example/", "holds a password"),
    ("wordpress+http://press@site.example/", "plain http"),
    ("wordpress://site.example/", "a user"),
])  # fmt: skip
def test_addresses_that_are_refused(pack: Pack, target: str, says: str) -> None:
    """Nothing is asked of a site at an address that would show or lack a secret."""
    with pytest.raises(UsageError, match=says) as caught:
        post(pack, target, environment={"PLAINSPOKEN_POST_PASSWORD": "key"} if "press" in target else {})
    assert "hush" not in str(caught.value)


def test_drafts_are_for_wordpress(pack: Pack, tmp_path: Path) -> None:
    """Other places have no drafts, and say so before anything is sent."""
    with pytest.raises(UsageError, match="only WordPress"):
        post(pack, str(tmp_path / "site"), draft=True)


@pytest.mark.parametrize(("words", "written"), [
    ("a <b> & c", "a &lt;b&gt; &amp; c"),
    ("[gallery]", "&#91;gallery&#93;"),
    ("{key}", "&#123;key&#125;"),
    ("https://x.example/", "https&#58;//x.example/"),
])  # fmt: skip
def test_plain_words(words: str, written: str) -> None:
    """Words are written so that a site shows them and does nothing with them."""
    assert article.text(words) == written
