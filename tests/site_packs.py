"""Small packs of several publishers, days and languages, for the tests of a site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plainspoken.model import Release
from plainspoken.pack import Pack
from plainspoken.writers.pack import publish
from tests import build

BRIDGE = {
    "en-GB": ("Café bridge closed", "The bridge over the Łyna is closed until 47 bolts are mended."),
    "ar": ("إغلاق الجِسر", "الجسر مغلق حتى إصلاح ٤٧ برغيًا."),
    "bn": ("সেতু বন্ধ", "৪৭টি বোল্ট মেরামত না হওয়া পর্যন্ত সেতু বন্ধ।"),
    "zh": ("桥梁关闭", "桥梁关闭，直至修好螺栓。"),
}


def small(texts: Iterable[str], lang: str, source: str | None = None, **more: object) -> Release:
    """A release of a headline and a paragraph."""
    head, body = texts
    made = Release(
        lang=lang,
        publisher="Northby Council",
        published="2026-03-01T09:00:00+00:00",
        url="https://northby.example/bridge",
        sections=(
            build.section("headline", "headline", build.block("headline.h1", head, kind="heading", level=1)),
            build.section("body", "body", build.block("body.p1", body)),
        ),
    )
    if source:
        made = replace(
            made.map(lambda one: replace(one, source=one.text, state="reviewed", engine="memory")), source_lang=source
        )
    return replace(made, **more)  # type: ignore[arg-type]


def bridge(into: Path, **more: object) -> Pack:
    """The newer pack, in four languages and read aloud."""
    editions = [small(texts, tag, None if tag == "en-GB" else "en-GB") for tag, texts in BRIDGE.items()]
    return publish(editions, [build.narration(one) for one in editions], into=into, slug="bridge", safety=False, **more)  # type: ignore[arg-type]


def court(into: Path, **more: object) -> Pack:
    """The older pack, in English and Urdu with easy read, of another publisher, with helplines."""
    editions = build.editions()
    return publish(editions, [build.narration(one) for one in editions], into=into, slug="court", **more)  # type: ignore[arg-type]
