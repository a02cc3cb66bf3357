"""The engine `libretranslate`, against a server of the tests' own that speaks its protocol, faults included."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from plainspoken.engines import libretranslate
from plainspoken.engines.libretranslate import LibreTranslate
from plainspoken.engines.protocols import Draft
from plainspoken.errors import EngineError, Error, RemoteError
from tests.libretranslate_server import Rules, serve
from tests.loopback import Site

SECRET = "k3y-of-nobody"


@pytest.fixture
def served() -> Iterator[tuple[Site, Rules]]:
    with serve() as both:
        yield both


@pytest.fixture
def site(served: tuple[Site, Rules]) -> Site:
    return served[0]


@pytest.fixture
def rules(served: tuple[Site, Rules]) -> Rules:
    return served[1]


def engine(site: Site, waits: list[float] | None = None, **options: object) -> LibreTranslate:
    """An engine that notes how long it would wait, and doesn't."""
    return LibreTranslate(site.address, sleep=(waits if waits is not None else []).append, **options)  # type: ignore[arg-type]


def texts(drafts: list[Draft]) -> list[str]:
    return [draft.text for draft in drafts]


def test_one_request_for_many_sentences(site: Site) -> None:
    """Sentences go together, plain, in the server's own names of languages; blank ones stay here."""
    said = engine(site).translate(["Call 101.", " ", "Stay in.", ""], "en-GB", "zh-Hant")
    assert texts(said) == ["zt: Call 101.", " ", "zt: Stay in.", ""]
    assert site.sent("/translate") == [
        {"q": ["Call 101.", "Stay in."], "source": "en", "target": "zt", "format": "text"}
    ]
    assert {(draft.score, draft.alignment) for draft in said} == {(None, None)}


def test_requests_have_a_size(site: Site) -> None:
    """A request has so many sentences and characters at most; a sentence that is longer goes alone."""
    said = engine(site, batch=2, characters=20).translate(["a" * 9, "b" * 9, "c" * 9, "d" * 30, "e"], "en", "es")
    assert [body["q"] for body in site.sent("/translate")] == [["a" * 9, "b" * 9], "c" * 9, "d" * 30, "e"]
    assert len(said) == 5


@pytest.mark.parametrize("limit", [{"longest": 40}, {"most": 1}, {"loses": True}], ids=lambda limit: next(iter(limit)))
def test_smaller_where_the_server_wants_it(site: Site, rules: Rules, limit: dict[str, int]) -> None:
    """A server that takes less at once, or loses count of many, is asked for less; nothing is lost or misplaced."""
    vars(rules).update(limit)
    sentences = [f"Sentence number {number}." for number in range(7)]
    assert texts(engine(site).translate(sentences, "en", "es")) == [f"es: {one}" for one in sentences]


def test_what_the_server_lists(site: Site, rules: Rules) -> None:
    """Pairs and routes are those that the server lists, whatever it calls its languages; the list is asked for once."""
    rules.languages = {"eng_Latn": ["som_Latn", "pan_Guru"], "som_Latn": [], "pan_Guru": ["eng_Latn"], "!?": []}
    made = engine(site)
    assert made.pairs() == {("en-Latn", "so-Latn"), ("en-Latn", "pa-Guru"), ("pa-Guru", "en-Latn")}
    assert made.route("en-GB", "so") == ("en-Latn", "so-Latn")
    assert made.route("en", "pa-Arab") is None and made.route("so", "en") is None and made.route("en", "tlh") is None
    assert made.probe().ready
    assert len(site.sent("/languages")) == 1


@pytest.mark.parametrize("fault", ["429", "503", "500", "cut"])
def test_asks_again(site: Site, fault: str) -> None:
    """A server that is busy, or breaks off, is asked again after one second, then two."""
    waits: list[float] = []
    site.faults["/translate"] = [fault, fault]
    assert texts(engine(site, waits).translate(["Hello."], "en", "es")) == ["es: Hello."]
    assert waits == [1.0, 2.0]


@pytest.mark.parametrize("form", ["number", "date"])
def test_waits_as_long_as_it_is_asked_to(site: Site, form: str) -> None:
    """`Retry-After` is honoured, as seconds and as a date."""
    waits: list[float] = []
    later = datetime.now(UTC) + timedelta(seconds=30)
    site.retry_after = "30" if form == "number" else format_datetime(later, usegmt=True)
    site.faults["/translate"] = ["429"]
    engine(site, waits).translate(["Hello."], "en", "es")
    assert len(waits) == 1 and 25 <= waits[0] <= 30


def test_gives_up_where_waiting_is_vain(site: Site) -> None:
    """A server that asks for an hour is not waited for, nor asked for ever."""
    waits: list[float] = []
    site.retry_after, site.faults["/translate"] = "3600", ["429"]
    with pytest.raises(RemoteError, match="takes no more requests now and asks to wait 3600 seconds"):
        engine(site, waits).translate(["Hello."], "en", "es")
    site.retry_after, site.faults["/translate"] = None, ["503"] * 9
    with pytest.raises(RemoteError, match="can't answer now"):
        engine(site, waits, attempts=3).translate(["Hello."], "en", "es")
    assert waits == [1.0, 2.0] and len(site.sent("/translate")) == 4


@pytest.mark.parametrize(
    ("faults", "says"),
    [
        (["html"], "answer is not JSON"),
        (["deep"], "answer is not JSON"),
        (["away"], "redirects, and is not followed"),
        (["cut"] * 4, "broke before the answer was whole"),
        (["404"], "no translation service answers"),
        (["hang"] * 2, "did not answer within 0 seconds"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_failures_are_told(site: Site, faults: list[str], says: str) -> None:
    """Each way to fail is an error of the network that names the server and says what to do."""
    made = engine(site)
    made.pairs()
    site.faults["/translate"] = faults
    hasty = engine(site, timeout=0.3, attempts=2) if "hang" in faults else made
    with pytest.raises(RemoteError, match=says) as caught:
        hasty.translate(["Hello."], "en", "es")
    assert caught.value.where == site.address.removeprefix("http://") and caught.value.todo
    assert not site.sent("/elsewhere")


def test_an_answer_without_words(site: Site, rules: Rules) -> None:
    """An answer that is JSON but has no text is refused, not taken for a translation."""
    rules.said = {"Hello.": None}
    with pytest.raises(RemoteError, match="no translation for each sentence"):
        engine(site).translate(["Hello."], "en", "es")


def test_too_long_for_the_server(site: Site, rules: Rules) -> None:
    """A single sentence over the server's limit is told as such."""
    rules.longest = 5
    with pytest.raises(RemoteError, match=r"longer than the server takes .*exceeds text limit \(5\)"):
        engine(site).translate(["Hello there."], "en", "es")


def test_keys(site: Site, rules: Rules) -> None:
    """A key goes where the protocol has it; a wrong or missing one is told."""
    rules.key = SECRET
    assert texts(engine(site, key=SECRET).translate(["Hello."], "en", "es")) == ["es: Hello."]
    with pytest.raises(RemoteError, match="refuses this key"):
        engine(site, key="wrong").translate(["Hello."], "en", "es")
    with pytest.raises(RemoteError, match=r"wants a key.*PLAINSPOKEN_LIBRETRANSLATE_KEY"):
        engine(site).translate(["Hello."], "en", "es")


def test_the_key_is_told_to_nobody(site: Site) -> None:
    """No message, signature, host or picture of the engine has the key, even where the server repeats it."""
    made = engine(site, key=SECRET)
    shown = [repr(made), made.signature("en", "es"), made.host, repr(made.probe())]
    for fault in ("403", "429", "html"):
        site.faults["/translate"] = [fault] * 4
        with pytest.raises(Error) as caught:
            made.translate(["Hello."], "en", "es")
        shown += [str(caught.value), repr(caught.value)]
    site.faults.clear()
    site.service = lambda path, body: (400, {"error": f"Bad request with {SECRET}\x1b[2J\n"})
    with pytest.raises(Error) as caught:
        made.translate(["Hello."], "en", "es")
    shown.append(str(caught.value))
    assert not [text for text in shown if SECRET in text]
    assert "\x1b" not in shown[-1] and "Bad request with …" in shown[-1]
    assert pickle.loads(pickle.dumps(LibreTranslate(site.address, SECRET))).key == SECRET


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://mt.example/", "not sent over the open internet without encryption"),
        ("https://me:secret@mt.example/", "user name or password in it is refused"),
        ("https://mt.example/?key=secret", "query or fragment"),
        ("ftp://mt.example/", "no http"),
        ("file:///etc/passwd", "no http"),
        ("http://[", "no http"),
    ],
)
def test_addresses_that_are_not_asked(url: str, says: str) -> None:
    """An address that is none, has secrets in it, or would send a key in the clear is refused; nothing is sent."""
    made = LibreTranslate(url, SECRET)
    with pytest.raises(EngineError, match=says) as caught:
        made.translate(["Hello."], "en", "es")
    assert "secret" not in str(caught.value) and SECRET not in str(caught.value)
    assert not made.probe().ready and "secret" not in made.probe().remedy


@pytest.mark.parametrize(
    ("url", "remote"),
    [
        ("http://localhost:5000", False),
        ("http://127.0.0.9:5000", False),
        ("http://[::1]:5000", False),
        ("http://localhost.example:5000", True),
        ("http://10.0.0.3:5000", True),
        ("https://mt.example", True),
        ("", True),
    ],
)
def test_only_this_machine_is_local(url: str, remote: bool) -> None:
    """A server on the loopback is local; one in the same network is not."""
    assert LibreTranslate(url).remote is remote


def test_the_probe_says_what_is_missing(site: Site) -> None:
    """Without an address, a probe says how to set one; with one that nobody answers at, that the server doesn't."""
    assert (
        not LibreTranslate("").probe().ready and "PLAINSPOKEN_LIBRETRANSLATE_URL" in LibreTranslate("").probe().remedy
    )
    gone = LibreTranslate("http://127.0.0.1:9").probe()
    assert gone.unreachable and "can't be reached" in gone.remedy
    assert engine(site).probe().version == f"{engine(site).host}, 4 languages"


def test_a_page_is_no_service(site: Site) -> None:
    """An address where a web page answers instead is not ready."""
    site.faults["/languages"] = ["html"]
    found = engine(site).probe()
    assert not found.ready and "not JSON" in found.remedy


def test_options_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine made without options takes address and key from the environment, when it is made."""
    monkeypatch.setenv("PLAINSPOKEN_LIBRETRANSLATE_URL", "https://mt.example")
    monkeypatch.setenv("PLAINSPOKEN_LIBRETRANSLATE_KEY", SECRET)
    assert LibreTranslate() == LibreTranslate("https://mt.example", SECRET)
    assert libretranslate.LibreTranslate.__dataclass_params__.frozen  # type: ignore[attr-defined]
