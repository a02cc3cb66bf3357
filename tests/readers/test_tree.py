"""Text to a tree, whatever the text is."""

from __future__ import annotations

from plainspoken.readers.tree import parse


def test_page_without_body_tags() -> None:
    """HTML lets a page leave out its head and body tags; what can't stand in a head is the body's."""
    root = parse(
        "<!doctype html><html lang=en><title>Bridge</title><main><h1>Closed</h1></main><p>Until May.</html>", ""
    )
    assert [element.tag for element in root] == ["head", "body"]
    assert [element.tag for element in root.find("head")] == ["title"]
    assert [element.tag for element in root.find("body")] == ["main", "p"]


def test_script_keeps_the_head_open() -> None:
    """What may stand in a head stays there, in order."""
    root = parse("<html><head><script></script><title>Bridge</title></head><body><p>Closed.</p></body></html>", "")
    assert [element.tag for element in root.find("head")] == ["script", "title"]
    assert [element.tag for element in root.find("body")] == ["p"]


def test_characters_that_xml_forbids() -> None:
    """Controls, lone surrogates, noncharacters and marks before the page are dropped; the words stay whole."""
    root = parse("\ufeff\x00<p>The \x08brid\ufffege\uffff is\x7f clo\ud800sed.\tGo \ufffd round — now.\r\n</p>", "")
    assert root.text_content() == "The bridge is closed.\tGo \ufffd round — now.\n"
