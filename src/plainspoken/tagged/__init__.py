"""Markup as numbered inline codes: taken out of a sentence, put back into its translation."""

from plainspoken.tagged.codes import Code, Tagged, spans, tagged
from plainspoken.tagged.numbered import parse, plain, serialize
from plainspoken.tagged.projection import Projection, project

__all__ = ["Code", "Projection", "Tagged", "parse", "plain", "project", "serialize", "spans", "tagged"]
