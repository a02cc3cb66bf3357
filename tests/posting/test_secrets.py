"""What opens a site is in no error, no log, no report and nothing that is sent, whatever fails and says what."""

from __future__ import annotations

import html
import json
import logging
import tempfile
import threading
import traceback
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from plainspoken.cli import main
from plainspoken.errors import Error, UsageError
from plainspoken.pack import Pack
from plainspoken.post import post, unpost
from plainspoken.posting import place, target
from plainspoken.posting.link import Link
from plainspoken.posting.place import Place
from plainspoken.posting.secrets import PREFIX, Secrets
from plainspoken.writers.feed import base_of
from plainspoken.writers.pack import publish
from tests import build, needs
from tests.posting import servers

At = Callable[[str, Mapping[str, str]], dict[str, bytes]]
pytestmark = [needs.modules("fsspec"), pytest.mark.filterwarnings("ignore")]  # the servers' own
HIDDEN = ("password", "passphrase", "secret_key", "access_key")
FORMS: dict[str, Callable[[str], str]] = {
    "plain": str,
    "in an address": lambda one: quote(one, safe=""),
    "in a form": quote_plus,
    "in a path": quote,
    "quoted by Python": repr,
    "quoted by JSON": json.dumps,
    "quoted by HTML": html.escape,
    "in a header": lambda one: "Authorization: Basic " + b64encode(f"press:{one}".encode()).decode(),
    "in a header of somebody else's name": lambda one: "basic " + b64encode(f"someone:{one}".encode()).decode(),
    "on two lines": lambda one: f"\n{one}\n",
}
SAYS = (
    "%s",
    "403 forbidden for %s",
    "no space left for %s",
    "507 %s",
    "%s: permission denied",
    "x" * 190 + "%s",
    "%s" * 40,
)
# No star: it stands for what was hidden; long enough not to be a word of our own messages.
WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="*", exclude_categories=("Cs",)), min_size=9, max_size=40
)


def shown(failure: BaseException) -> str:
    """All that anyone gets to see of an error: its message, its value, its traceback with what it came from."""
    return "\n".join((str(failure), repr(failure), *traceback.format_exception(failure)))


def hidden(secret: str) -> list[str]:
    """The ways in which a secret could be read from a text."""
    bare = " ".join(secret.split())
    return [
        one for one in {secret, bare, quote(secret, safe=""), b64encode(f"press:{secret}".encode()).decode()} if one
    ]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return publish(build.editions()[:1], into=tmp_path_factory.mktemp("packs"), slug="bridge", formats=["txt"])


@settings(max_examples=150, deadline=None)
@given(secret=WORDS, form=st.sampled_from(sorted(FORMS)), says=st.sampled_from(SAYS), name=st.sampled_from(HIDDEN))
def test_no_failure_quotes_a_secret(secret: str, form: str, says: str, name: str) -> None:
    """A library may say what it likes where it likes: nobody reads a secret, or half of one, from our error."""
    assume(len(secret.strip()) > 8 and len("".join(secret.split())) > 8)
    told = says.replace("%s", FORMS[form](secret))

    def refuse() -> None:
        raise OSError(told)

    known = Secrets({name: secret, "username": "press"})
    link = Link(Place("sftp://site.example/releases", "/releases", refuse, lambda *_: None), known, servers.no_wait)
    with pytest.raises(Error) as caught:
        link.do(lambda site: site.anything(), "a file")
    for one in hidden(secret):
        assert one not in str(caught.value) and one not in repr(caught.value)
    half = secret[: len(secret) * 2 // 3]
    assert half not in str(caught.value) or not half.strip() or half in "the place can't be reached"


@settings(max_examples=100, deadline=None)
@given(before=st.text(max_size=20), secret=WORDS, after=st.text(max_size=20), form=st.sampled_from(sorted(FORMS)))
def test_hiding_leaves_the_rest(before: str, secret: str, after: str, form: str) -> None:
    """What is no secret stays readable; what is one is gone, whatever stands beside it."""
    assume(len("".join(secret.split())) > 8)
    text = f"{before} {FORMS[form](secret)} {after}"
    told = Secrets({"password": secret, "username": "press"}).hide(text)
    assert all(one not in told for one in hidden(secret) if one not in f"{before} {after}")
    assert "***" in told
    assert Secrets({"password": "another word"}).hide("the site is full") == "the site is full"


@contextmanager
def echo(status: int, body: Callable[[str], bytes]) -> Iterator[str]:
    """Serve a site that answers everything with what it was asked with."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def _echo(self) -> None:
            self.rfile.read(int(self.headers.get("content-length") or 0))
            content = body(self.headers.get("authorization", ""))
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Link", '</wp-json/>; rel="https://api.w.org/"')
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = do_PROPFIND = do_MKCOL = do_MOVE = do_OPTIONS = _echo

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@needs.modules("httpx", "webdav4")
@pytest.mark.parametrize("scheme", ["wordpress+http", "webdav"])
@pytest.mark.parametrize("status", [200, 400, 401, 403, 404, 409, 413, 429, 500, 503, 507])
@pytest.mark.parametrize("key", ["code", "message"])
def test_a_site_that_repeats_what_it_was_sent(pack: Pack, scheme: str, status: int, key: str) -> None:
    """A site whose errors quote the header that we sent gives nothing away through us."""
    secret = "open sesame of the press office"
    said = b64encode(f"press:{secret}".encode()).decode()
    with echo(status, lambda header: json.dumps({key: f"you said {header}, that is {secret}"}).encode()) as address:
        works: list[Callable[..., object]] = [partial(post, pack.folder), partial(unpost, "bridge")]
        for work in works:
            opens = {f"{PREFIX}PASSWORD": secret}
            with pytest.raises(Error) as caught:
                work(f"{scheme}://press@{address}/", environment=opens, sleep=servers.no_wait)
            assert secret not in shown(caught.value) and said not in shown(caught.value)


def test_no_log_and_no_report_has_a_secret(
    pack: Pack, served: tuple[str, Mapping[str, str]], at: At, caplog: pytest.LogCaptureFixture
) -> None:
    """Even where every library writes down all it does, no password is in it; nor in the report or what was sent."""
    address, opens = served
    caplog.set_level(logging.DEBUG)
    done = post(pack, address, environment=opens, sleep=servers.no_wait)
    with pytest.raises(Error) as caught:
        unpost("none", address, environment=opens, sleep=servers.no_wait)
    kept = at(address, opens)
    secrets = [opens[name] for name in (f"{PREFIX}PASSWORD", f"{PREFIX}SECRET_KEY") if name in opens]
    secrets += [b64encode(f"{servers.USER}:{one}".encode()).decode() for one in secrets]
    assert caplog.records
    for one in secrets:
        assert one not in caplog.text
        assert one not in json.dumps(asdict(done)) and one not in shown(caught.value)
        assert not [path for path, content in kept.items() if one.encode() in content]


@pytest.mark.parametrize("address", [
    "sftp://press:hunter2x@site.example/releases",
    "sftp://press:hunter2x/y@site.example/releases",
    "sftp://press:hunter2x@[site.example/releases",
    "sftp://press%3Ahunter2x@site.example/releases",
    "webdavs://press:hunter2x#y@site.example/releases",
    "webdavs://press@site.example/releases?token=hunter2x",
    "webdavs://press@site.example/releases#hunter2x",
    "wordpress://press:hunter2x/y@site.example/",
    "wordpress://press:hunter2x@site.example/",
    "s3://key:hunter2x@releases/public",
    "ftp://press:hunter2x@site.example",
])  # fmt: skip
def test_a_password_in_the_address(pack: Pack, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It is refused, wherever a sign in it ends the host, and neither message nor traceback quotes it."""
    with pytest.raises(UsageError) as caught:
        post(pack, address, environment={})
    assert "hunter2" not in shown(caught.value)
    assert main(["post", str(pack.folder), address]) == 2
    told = capsys.readouterr()
    assert "hunter2" not in told.out + told.err and told.err.startswith("plainspoken: ")


@pytest.mark.parametrize(("address", "says"), [
    ("sftp:///releases", "names no host"),
    ("s3:///releases", "names no host"),
    ("sftp://site.example:99999/", "can't be understood"),
    ("webdav://press@files.example/", "plain http"),
])  # fmt: skip
def test_addresses_that_lead_nowhere(pack: Pack, address: str, says: str) -> None:
    """They are refused before anything is asked, and no password goes out where others can read it."""
    with pytest.raises(UsageError, match=says):
        post(pack, address, environment={f"{PREFIX}PASSWORD": "hunter2x"})


def test_a_password_in_the_public_address() -> None:
    """The address of the folder on the web is shown without what stands before its host."""
    for url in ("https://me:hunter2x@site.example/x", "https://me:hunter2x/@site.example/x?y", "//me:hunter2x@x"):
        with pytest.raises(UsageError) as caught:
            base_of(url, "bridge")
        assert "hunter2" not in shown(caught.value)


def test_the_zip_of_a_pack_is_not_posted(pack: Pack) -> None:
    """What is no folder is refused in our words."""
    with tempfile.NamedTemporaryFile() as file, pytest.raises(Error, match="not the folder of a pack"):
        post(Path(file.name), "somewhere")


def test_what_may_be_shown() -> None:
    """Scheme, user, host, port and path are shown; a value that holds secrets shows none of them."""
    assert target.shown(target.part("sftp://press@site.example:22/a/b")) == "sftp://press@site.example:22/a/b"
    known = Secrets({"password": "hunter2x", "key_file": "/k"})
    assert "hunter2x" not in repr(known) + repr(place.find("s3://bucket/x", known))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=12), st.text(max_size=30))
def test_no_address_ends_in_a_traceback(scheme: str, rest: str) -> None:
    """Whatever is typed for an address is a place, or refused in our words."""
    try:
        place.find(f"{scheme}://{rest}", Secrets())
    except Error:
        return
