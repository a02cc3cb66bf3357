"""The easy read as an accessible PDF: tagged (PDF/UA-1), in its language, pictures told, headings bookmarked."""

from __future__ import annotations

import logging
from dataclasses import replace
from importlib.util import find_spec

from plainspoken.brand import NOBODY, Brand
from plainspoken.errors import EngineError
from plainspoken.findings import Finding, finding
from plainspoken.writers.body import headline, opening, text
from plainspoken.writers.editions import Edition
from plainspoken.writers.frame import paper
from plainspoken.writers.help import help_lines
from plainspoken.writers.notice import notice
from plainspoken.writers.paged import paged
from plainspoken.writers.say import Say


def require() -> None:
    """Refuse where what writes PDF files is not installed.

    Raises:
        EngineError: WeasyPrint is missing; says how to install it.
    """
    if find_spec("weasyprint") is None:
        raise EngineError("WeasyPrint, which writes PDF files, is not installed", todo="pip install 'plainspoken[pdf]'")


def write_pdf(edition: Edition, say: Say, brand: Brand = NOBODY) -> tuple[bytes, tuple[Finding, ...]]:
    """Return an edition as PDF, the same bytes for the same words and fonts, and what its readers would miss.

    Raises:
        EngineError: WeasyPrint is missing, or what it is made of is.
    """
    require()
    drawn, missing = _drawn(paged(_page(edition, say, brand)))
    code = finding("pdf-glyph-missing", edition.lang, "".join(sorted(missing)[:20])) if missing else None
    return drawn, (code,) if code else ()


def _page(edition: Edition, say: Say, brand: Brand) -> str:
    silent = replace(edition, narration=None)
    return paper(
        "paper.html",
        say,
        brand=brand,
        title=edition.release.headline or say.plain("Easy read"),
        headline=headline(silent, say),
        opening=opening(silent, say),
        help=help_lines(edition.release),
        notice=notice(edition, say),
        text=text(silent, say),
        publisher=edition.release.publisher,
    )


def _drawn(page: str) -> tuple[bytes, set[str]]:
    import weasyprint
    from weasyprint.urls import URLFetcher

    heard = _Missing()
    logger = logging.getLogger("weasyprint")
    logger.addHandler(heard)
    try:
        fetcher = URLFetcher(allowed_protocols=["data"])
        content = weasyprint.HTML(string=page, url_fetcher=fetcher).write_pdf(
            pdf_variant="pdf/ua-1", pdf_identifier=b"plainspoken", optimize_images=False
        )
    except OSError as cause:
        raise EngineError(
            f"the PDF could not be written: {cause}", todo="Install Pango, which WeasyPrint uses."
        ) from cause
    finally:
        logger.removeHandler(heard)
    assert content is not None
    return content, heard.letters


class _Missing(logging.Handler):
    """Keeps the letters that WeasyPrint found in no font."""

    def __init__(self) -> None:
        super().__init__()
        self.letters: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Note the letters of a warning."""
        said = record.getMessage()
        if ".notdef" in said:
            self.letters |= {one for one in said.rpartition(": ")[2] if not one.isspace()}
