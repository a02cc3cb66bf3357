"""Extractors that others wrote, each by its name; what is not installed is left out and named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any

from benchmarks.parse import markup, ours
from benchmarks.parse.score import Output


@dataclass(frozen=True, slots=True)
class Extractor:
    """What is compared.

    Attributes:
        name: as the table shows it.
        module: what must be importable.
        text: the call that is timed.
        output: all that it finds; not timed.
    """

    name: str
    module: str
    text: Callable[[str], str]
    output: Callable[[str], Output]


def _trafilatura(**options: bool) -> tuple[Callable[[str], str], Callable[[str], Output]]:
    def text(html: str) -> str:
        import trafilatura

        return trafilatura.extract(html, include_comments=False, **options) or ""

    def output(html: str) -> Output:
        import trafilatura

        xml = trafilatura.extract(html, include_comments=False, include_formatting=True, output_format="xml", **options)
        said = trafilatura.extract_metadata(html)
        title, date, standfirst = (said.title, said.date, said.description) if said else ("", "", "")
        return Output(text(html), markup.blocks(xml or "", xml=True), title or "", date or "", standfirst or "")

    return text, output


def _readability(html: str) -> str:
    from readability import Document

    return str(Document(html).summary())


def _plain(fragment: str) -> str:
    """Return a fragment's text; by html_text where it is installed."""
    try:
        import html_text
    except ImportError:
        return "\n".join(text for _, text in markup.blocks(fragment))
    return str(html_text.extract_text(fragment, guess_layout=True)) if fragment else ""


def _newspaper(html: str) -> Any:
    from newspaper import Article

    article = Article("http://fakehost/page.html", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return article


def _newspaper_output(html: str) -> Output:
    article = _newspaper(html)
    day = article.publish_date.date().isoformat() if article.publish_date else ""
    found = markup.blocks(article.article_html or "")
    return Output(article.text, found, article.title or "", day, article.meta_description or "")


@cache
def _goose() -> Any:
    from goose3 import Goose

    return Goose({"enable_image_fetching": False, "strict": False})


def _goose_output(html: str) -> Output:
    from lxml.html import tostring

    article = _goose().extract(raw_html=html)
    node = article.top_node
    found = markup.blocks(tostring(node, encoding="unicode")) if node is not None else ()
    day = (article.publish_date or "")[:10]
    return Output(article.cleaned_text, found, article.title or "", day, article.meta_description or "")


def _resiliparse(html: str, **options: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, alt_texts=False, **options))


def _turbohtml(html: str) -> Any:
    import turbohtml

    return turbohtml.parse(html).article()


def _turbohtml_output(html: str) -> Output:
    article = _turbohtml(html)
    if not article:
        return Output()
    found = markup.blocks(article.element.html) if article.element is not None else ()
    return Output(article.text or "", found, article.title or "", (article.date or "")[:10], article.description or "")


def _html_text(html: str) -> str:
    import html_text

    return str(html_text.extract_text(html))


EXTRACTORS = (
    Extractor("ours", "plainspoken", ours.text, ours.output),
    Extractor("trafilatura", "trafilatura", *_trafilatura()),
    Extractor("trafilatura precision", "trafilatura", *_trafilatura(favor_precision=True)),
    Extractor("trafilatura recall", "trafilatura", *_trafilatura(favor_recall=True)),
    Extractor(
        "readability-lxml", "readability", lambda html: _plain(_readability(html)),
        lambda html: Output(_plain(_readability(html)), markup.blocks(_readability(html))),
    ),
    Extractor("newspaper4k", "newspaper", lambda html: _newspaper(html).text, _newspaper_output),
    Extractor("goose3", "goose3", lambda html: _goose().extract(raw_html=html).cleaned_text, _goose_output),
    Extractor(
        "resiliparse", "resiliparse", _resiliparse,
        lambda html: Output(
            _resiliparse(html), markup.blocks(_resiliparse(html, preserve_formatting="minimal_html"))
        ),
    ),
    Extractor(
        "turbohtml", "turbohtml", lambda html: (found.text or "") if (found := _turbohtml(html)) else "",
        _turbohtml_output,
    ),
    Extractor("html_text (whole page)", "html_text", _html_text, lambda html: Output(_html_text(html))),
)  # fmt: skip


def installed() -> tuple[list[Extractor], list[str]]:
    """Return the extractors that can run here, and the names of those that can't."""
    there = {extractor.name: find_spec(extractor.module) is not None for extractor in EXTRACTORS}
    return [one for one in EXTRACTORS if there[one.name]], [name for name, is_there in there.items() if not is_there]
