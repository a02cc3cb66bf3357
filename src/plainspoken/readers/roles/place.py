"""A block in its place: all that the rules of the roles may look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken.model import Role
from plainspoken.readers.draft import Draft

LAST: tuple[Role, ...] = ("notes", "contact", "boilerplate")


@dataclass(frozen=True, slots=True)
class Place:
    """A block, what stands round it, and what is known of the page.

    Attributes:
        draft: the block.
        following: the blocks after it.
        part: the role of the part that the blocks before it belong to.
        ended: whether an end mark or one of the last parts came before.
        top: whether nothing but the headline and pictures came before.
        opening: whether nothing but the headline, pictures, a standfirst and a dateline came before.
        headline: the page's headline.
        description: the page's summary of itself.
        lang: the page's language.
    """

    draft: Draft
    following: Sequence[Draft] = ()
    part: Role = "body"
    ended: bool = False
    top: bool = False
    opening: bool = False
    headline: str = ""
    description: str = ""
    lang: str = "en"

    @property
    def late(self) -> bool:
        """Whether the story is over."""
        return self.ended or self.part in LAST
