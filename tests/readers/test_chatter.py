"""Lines of the site: they go in any language that we know; sentences of a release that begin like them stay."""

from __future__ import annotations

import pytest

from plainspoken.readers import chatter
from tests.readers.pages import PROSE, drafts


@pytest.mark.parametrize(
    "line",
    [
        "Advert",
        "Publicidad",
        "広告",
        "Story continues below",
        "This slideshow requires JavaScript.",
        "Like this story? Share it with a friend!",
        "Submit a correction",
        "Reprints & permissions",
        "Mit meiner Anmeldung zum Newsletter stimme ich der Werbung zu.",
        "By signing up you agree to our terms and our privacy notice.",
        "This article was originally published in another paper.",
        "Dieses Thema im Programm: Das Radio am Morgen, 3. Mai, 8 Uhr",
        "You are receiving this because you are on our list of journalists.",
        "Unsubscribe | Update your preferences",
        "SOURCE Northby Bakers, Inc.",
        "View source version on wire.example: https://wire.example/1",
        "Get Northby Monthly delivered through your letterbox every month. Click here for more.",
        "Get our stories sent to your inbox each morning.",
        "Updated Nov 19, 6:55 AM;Posted Nov 19, 6:51 AM",
        "Posted: March 3, 2026 10:15 AM",
        "If you enjoyed this article, why not become a member and support our work?",
        "More Northby football: https://news.example/football and https://news.example/sport",
        "[button link=”https://news.example/send” type=”big”] Send us your photos[/button]",
    ],
)
def test_line_of_the_site_goes(line: str) -> None:
    """Advertisements, consents to newsletters, notes on where an article stood: the site says them."""
    assert [draft.text for draft in chatter.without(drafts(f"<p>{PROSE}</p><p>{line}</p>"))] == [PROSE]


@pytest.mark.parametrize(
    "line",
    [
        "By registering for the scheme, farmers can ask for a grant of up to 2,000 pounds.",
        "Advertisers pay for the new bus shelters.",
        "This story is about courage.",
        "Source: Northby Council, survey of readers, 2026",
        "Get your parcels delivered to the library: it keeps them for a week.",
        "Updated guidance says that schools must open by 3 May 2026.",
        "If you enjoyed this summer, you may not want it to end.",
        "More trees: the council plants forty of them in May.",
        "[Name withheld] said that the bridge [over the Wey] is safe.",
        "By signing up to flood warnings, people get a call before the river rises.",
    ],
)
def test_sentence_of_a_release_stays(line: str) -> None:
    """A sentence that only begins like such a line is the release's."""
    assert [draft.text for draft in chatter.without(drafts(f"<p>{PROSE}</p><p>{line}</p>"))] == [PROSE, line]
