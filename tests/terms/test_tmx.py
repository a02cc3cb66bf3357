"""TMX: our own files there and back, others' files read, hostile ones refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.errors import SourceError, TargetError
from plainspoken.tagged import Tagged, serialize
from plainspoken.terms import Memory, Pair

PAIRS = (
    Pair("en", "es", "Call <1>the <2>101</2> line</1>.", "Llame <1>a la línea <2>101</2> </1>.", "reviewed"),
    Pair("en", "ur", "Call <1>the <2>101</2> line</1>.", "<1><2>101</2></1> پر کال کریں۔"),
    Pair("en-GB", "es", "A &lt; B &amp; C<1/>next", "A &lt; B &amp; C<1/>sigue", "final", "Before this."),
)


def written(text: str, folder: Path) -> Path:
    path = folder / "memory.tmx"
    path.write_text(text, encoding="utf-8")
    return path


def tmx(body: str, header: str = '<header srclang="en"/>') -> str:
    return f'<?xml version="1.0"?>\n<tmx version="1.4">{header}<body>{body}</body></tmx>'


def unit(english: str, spanish: str) -> str:
    return f'<tu><tuv xml:lang="EN-gb"><seg>{english}</seg></tuv><tuv xml:lang="es"><seg>{spanish}</seg></tuv></tu>'


def test_there_and_back(tmp_path: Path) -> None:
    """What is written is read, and writing it again gives the same bytes."""
    path, again = tmp_path / "a.tmx", tmp_path / "b.tmx"
    Memory(PAIRS).write(path)
    memory = Memory.read(path)
    assert memory == Memory(PAIRS)
    memory.write(again)
    assert path.read_bytes() == again.read_bytes()


@given(st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None)
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, source: str, target: str) -> None:
    """Any text that XML can hold comes back as it was; what it can't hold is left out."""
    path = tmp_path_factory.mktemp("tmx") / "a.tmx"
    pair = Pair("en", "es", serialize(Tagged(source)), serialize(Tagged(target)))
    Memory((pair,)).write(path)
    found = Memory.read(path).pairs
    holds = all(sign in "\t\n" or " " <= sign <= "\ud7ff" or "\ue000" <= sign <= "\ufffd" or sign > "\uffff"
                for sign in source + target)  # fmt: skip
    if holds and source and target:
        assert found == (pair,)


def test_load_merges(tmp_path: Path) -> None:
    """Several files are one memory, the later ones after the earlier ones."""
    Memory(PAIRS[:1]).write(tmp_path / "a.tmx")
    Memory(PAIRS[1:]).write(tmp_path / "b.tmx")
    assert Memory.load([tmp_path / "a.tmx", tmp_path / "b.tmx"]) == Memory(PAIRS)


def test_codes_of_other_tools(tmp_path: Path) -> None:
    """Another tool's codes are numbered as they open; what they meant in its own format is left out."""
    path = written(
        tmx(
            unit(
                'See <bpt i="7">{a}</bpt>this <hi>page</hi><ept i="7">{/a}</ept><ph x="9">&lt;br/&gt;</ph>.',
                'Vea <bpt i="1" x="7">{b}</bpt>esta página<ept i="1">{/b}</ept><ph x="9"/>.',
            )
        ),
        tmp_path,
    )
    assert Memory.read(path).pairs == (
        Pair("en-GB", "es", "See <1>this page</1><2/>.", "Vea <1>esta página</1><2/>."),
    )  # fmt: skip


def test_a_line_break_parts_words(tmp_path: Path) -> None:
    """A line break that another tool kept as a code of its own is a space: the words beside it don't grow together."""
    path = written(
        tmx(
            unit(
                'Call<ph type="lb">{}</ph>us<ph>&lt;br /&gt;</ph>now<ph>{0}</ph>.',
                'Llame<ph type="lb">{}</ph>ya<ph>{0}</ph>.',
            )
        ),
        tmp_path,
    )  # fmt: skip
    assert Memory.read(path).pairs == (Pair("en-GB", "es", "Call us now.", "Llame ya."),)


@pytest.mark.parametrize(
    ("tool", "kind", "context"),
    [
        ("plainspoken", "x-context-pre", "Before this."),
        ("OmegaT", "prev", "Before this."),
        ("MemoQ", "x-context-pre", ""),
        ("XTM", "x-context-pre", ""),
        ("OmegaT", "x-context-pre", ""),
    ],
)
def test_contexts_of_other_tools(tool: str, kind: str, context: str, tmp_path: Path) -> None:
    """The sentence before is a condition in our files and OmegaT's alternatives; elsewhere a pair holds anywhere."""
    header = f'<header creationtool="{tool}" srclang="en-GB"/>'
    body = unit("Stop.", "Pare.").replace("<tu>", f'<tu><prop type="{kind}">Before this.</prop>')
    memory = Memory.read(written(tmx(body, header), tmp_path))
    assert memory.pairs == (Pair("en-GB", "es", "Stop.", "Pare.", context=context),)


def test_in_utf_16(tmp_path: Path) -> None:
    """A file in UTF-16, as tools of Windows write, is read, its language tags in any case."""
    path = tmp_path / "memory.tmx"
    path.write_bytes(
        tmx(unit("It costs £5.", "Cuesta £5."))
        .replace('<?xml version="1.0"?>', '<?xml version="1.0" encoding="utf-16"?>')
        .replace('"es"', '"ES-es"')
        .encode("utf-16")
    )
    assert Memory.read(path).pairs == (Pair("en-GB", "es-ES", "It costs £5.", "Cuesta £5."),)


def test_several_languages_in_a_unit(tmp_path: Path) -> None:
    """The variant in the source language is paired with each other one; an unknown language is passed over."""
    path = written(
        tmx(
            '<tu><prop type="x-state">reviewed</prop>'
            '<tuv xml:lang="es"><prop type="x-state">final</prop><seg>Sí</seg></tuv>'
            '<tuv xml:lang="en"><seg>Yes</seg></tuv><tuv lang="pl"><seg>Tak</seg></tuv>'
            '<tuv xml:lang="!!"><seg>?</seg></tuv></tu>'
        ),
        tmp_path,
    )
    assert Memory.read(path).pairs == (
        Pair("en", "es", "Yes", "Sí", "final"), Pair("en", "pl", "Yes", "Tak", "reviewed"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "not XML", "<html><body/></html>", tmx("<tu>"), tmx("<tu/>").replace("tmx", "tm")]
)
def test_what_is_not_tmx_is_refused(text: str, tmp_path: Path) -> None:
    """A file that is no TMX is a source error that names it."""
    with pytest.raises(SourceError, match=r"memory\.tmx"):
        Memory.read(written(text, tmp_path))


def test_entities_are_not_read(tmp_path: Path) -> None:
    """An entity expands to nothing: neither a bomb nor the text of another file comes in."""
    bomb = (
        '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>' + tmx(unit("Hi &b;", "Hola")).split("\n", 1)[1]
    )
    assert "aaaa" not in str(Memory.read(written(bomb, tmp_path)).pairs)
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    text = f'<!DOCTYPE tmx [<!ENTITY s SYSTEM "{secret.as_uri()}">]>' + tmx(unit("Hello &s;", "Hola")).split("\n", 1)[1]
    assert "secret" not in str(Memory.read(written(text, tmp_path)).pairs)


def test_missing_and_unwritable(tmp_path: Path) -> None:
    """A file that isn't there is a source error; a folder that can't be made, a target error."""
    with pytest.raises(SourceError, match="can't be read"):
        Memory.read(tmp_path / "none.tmx")
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetError):
        Memory(PAIRS).write(tmp_path / "file" / "a.tmx")


def test_who_and_when(tmp_path: Path) -> None:
    """Who answers for a pair and since when stand in the file as TMX 1.4b writes them, and come back."""
    pair = Pair("en", "es", "Yes.", "Sí.", "reviewed", by="Ana <Ruiz>", when="2026-03-05T14:00:00Z")
    path = tmp_path / "memory.tmx"
    Memory((pair,)).write(path)
    assert 'changedate="20260305T140000Z" changeid="Ana &lt;Ruiz&gt;"' in path.read_text()
    assert Memory.read(path).pairs == (pair,)
