"""Figures: which picture is real, what is its caption, who made it, and what is only decoration."""

from __future__ import annotations

import pytest

from plainspoken.readers import credits
from plainspoken.readers.looks import plain_run
from plainspoken.readers.runs import words
from tests.readers.pages import PROSE, drafts, told

TOWN = "https://town.example"


def figures(markup: str) -> list[tuple[str | None, str]]:
    """Return the address and the words of each figure in a markup."""
    kinds = [(draft.kind, draft.src) for draft in drafts(markup)]
    texts = [text for kind, text in told(markup) if kind == "figure"]
    return list(zip([src for kind, src in kinds if kind == "figure"], texts, strict=True))


@pytest.mark.parametrize(
    ("caption", "rest", "credit"),
    [
        ("The new bridge. Photo: Ada Rowe", "The new bridge.", "Ada Rowe"),
        ("The new bridge (Picture: Ada Rowe)", "The new bridge", "Ada Rowe"),
        ("The new bridge © Ada Rowe/Town Trust", "The new bridge", "Ada Rowe/Town Trust"),
        ("Photo: Ada Rowe", "", "Ada Rowe"),
        ("Image courtesy of the Town Trust", "", "Image courtesy of the Town Trust"),
        ("© Town Trust", "", "© Town Trust"),
        ("Die neue Brücke. Bild: Ada Rowe", "Die neue Brücke.", "Ada Rowe"),
        ("Bildquelle: Ada Rowe", "", "Ada Rowe"),
        ("Le nouveau pont. Crédit photo : Ada Rowe", "Le nouveau pont.", "Ada Rowe"),
        ("El puente nuevo. Fotografía: Ada Rowe", "El puente nuevo.", "Ada Rowe"),
        ("O novo ponte. Créditos: Ada Rowe", "O novo ponte.", "Ada Rowe"),
        ("Il ponte nuovo. Fonte: Ada Rowe", "Il ponte nuovo.", "Ada Rowe"),
        ("Nowy most, fot. Ada: stary i nowy", "Nowy most, fot. Ada: stary i nowy", ""),
        ("Nowy most. Fot. Ada: Rowe", "Nowy most. Fot. Ada: Rowe", ""),
        ("Nowy most. Zdjęcie: Ada Rowe", "Nowy most.", "Ada Rowe"),
        ("Naujas tiltas / A. Rowe / Miesto nuotr.", "Naujas tiltas", "A. Rowe / Miesto"),
        ("Cây cầu mới. Ảnh: Ada Rowe", "Cây cầu mới.", "Ada Rowe"),
        ("Новый мост. Фото: Ада Роу", "Новый мост.", "Ада Роу"),
        ("Η νέα γέφυρα. Φωτογραφία: Ada Rowe", "Η νέα γέφυρα.", "Ada Rowe"),
        ("新しい橋。写真：山田", "新しい橋。", "山田"),
        ("새 다리. 사진: 김하나", "새 다리.", "김하나"),
        ("הגשר החדש. צילום: עדה", "הגשר החדש.", "עדה"),
        ("الجسر الجديد. تصوير: هدى", "الجسر الجديد.", "هدى"),
        ("The new bridge (AP Photo/Ada Rowe)", "The new bridge", "AP Photo/Ada Rowe"),
        ("The new bridge. (Reuters)", "The new bridge.", "Reuters"),
        ("He names the source: a spring on the hill.", "He names the source: a spring on the hill.", ""),
        ("The bridge in 1901 (left) and now", "The bridge in 1901 (left) and now", ""),
        ("The picture of health", "The picture of health", ""),
    ],
)
def test_the_credit_is_told_by_its_wording(caption: str, rest: str, credit: str) -> None:
    """A label such as "photo" in the languages of releases, a © or an agency in brackets ends the caption."""
    assert tuple(map(words, credits.split(plain_run(caption)))) == (rest, credit)


def test_a_figure_keeps_picture_caption_credit_and_description() -> None:
    """The caption is the figcaption's; its small print or the element that says so is the credit."""
    assert figures(
        "<figure><img src='/p/a.jpg' alt='A steel bridge'><figcaption><span>The bridge in May</span>"
        "<span class='credit'>Photo: Ada Rowe</span></figcaption></figure>"
    ) == [(f"{TOWN}/p/a.jpg", "caption: The bridge in May | credit: Ada Rowe | alt: A steel bridge")]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='photo-box'><img src=/p/a.jpg><p>The bridge in May</p></div>",
        "<p class=picture><span><img src=/p/a.jpg></span><a href=/big><img src=/i/icon_zoom.png alt=Zoom></a>"
        "<span class=caption>The bridge in May</span></p>",
        "<div><img src=/p/a.jpg></div><div class=image_caption>The bridge in May</div>",
        "<p><img src=/p/a.jpg><br><em>The bridge in May</em></p>",
        "<p><img src=/p/a.jpg></p><p><i>The bridge in May</i></p>",
        "<img src=/p/a.jpg alt='The bridge in May'><p>The bridge in May</p>",
        "<img src=/p/a.jpg aria-describedby=d1><p id=d1>The bridge in May</p>",
        "<figure aria-labelledby=d1><img src=/p/a.jpg></figure><p id=d1>The bridge in May</p>",
    ],
)
def test_a_caption_is_found_wherever_it_stands(markup: str) -> None:
    """Inside the figure, in a class that says so, by ARIA, or as the line after: in italics or saying the same."""
    assert told(f"<p>{PROSE}</p>{markup}<p>{PROSE}</p>") == [
        ("paragraph", PROSE), ("figure", "caption: The bridge in May"), ("paragraph", PROSE)
    ]  # fmt: skip


def test_the_line_after_can_be_the_credit() -> None:
    """A line that is a credit and nothing else belongs to the figure above it."""
    assert told("<p><img src=/p/a.jpg alt='A bridge'></p><p>Photo: Ada Rowe</p>") == [
        ("figure", "credit: Ada Rowe | alt: A bridge")
    ]


def test_a_caption_whose_picture_a_script_would_load_stays() -> None:
    """A figure without a picture keeps its caption; a short label without one is text."""
    assert told(
        "<figure><div></div><figcaption>The bridge before it opened, seen from the quay</figcaption></figure>"
    ) == [("figure", "caption: The bridge before it opened, seen from the quay")]
    assert told("<div class=caption>About us</div>") == [("paragraph", "About us")]


@pytest.mark.parametrize(
    "image",
    [
        "<img src=/p/line.png alt=''>",
        "<img src=/p/line.png>",
        "<img src=/p/line.png alt='A line' role=presentation>",
        "<img src=/t.gif width=1 height=1 alt=Counter>",
        "<img src=/t.gif style='width:1px' alt=Counter>",
        "<img src=/i/icon-phone.png alt=Phone>",
        "<img src=/i/spacer.gif alt=Blank>",
        "<img src=/p/logo.png alt='Town logo'>",
        "<img src=/p/a.png alt='IMG_0012.jpg'>",
        "<img class='wp-smiley' src=/s.png alt=Smile>",
    ],
)
def test_decoration_is_dropped(image: str) -> None:
    """A picture that shows nothing to those who don't see it, an icon, a spacer, a tracking pixel: nothing is left."""
    assert told(f"<p>{PROSE}</p>{image}") == [("paragraph", PROSE)]


@pytest.mark.parametrize(
    "image",
    [
        "<img src='data:image/gif;base64,R0' data-src=/p/a.jpg alt=Bridge>",
        "<img src=/i/placeholder.png data-original=/p/a.jpg alt=Bridge>",
        "<img data-lazy-srcset='/p/a.jpg 600w, /p/b.jpg 1200w' alt=Bridge>",
        "<img srcset='/p/a.jpg 1x, /p/b.jpg 2x' alt=Bridge>",
        "<picture><source srcset='/p/a.jpg 1x'><img src='data:image/gif;base64,R0' alt=Bridge></picture>",
        "<img data-full-image='/p/a.jpg' alt=Bridge>",
    ],
)
def test_the_real_address_of_a_lazy_picture(image: str) -> None:
    """A placeholder is no picture: the address stands in another attribute or beside it."""
    assert figures(image) == [(f"{TOWN}/p/a.jpg", "alt: Bridge")]


def test_a_gallery_is_several_figures() -> None:
    """Each picture of a gallery has its own caption; what a slider shows twice stands once."""
    one = "<figure><img src=/p/a.jpg><figcaption>The old bridge</figcaption></figure>"
    two = "<figure><img src=/p/b.jpg><figcaption>The new bridge</figcaption></figure>"
    expected = [(f"{TOWN}/p/a.jpg", "caption: The old bridge"), (f"{TOWN}/p/b.jpg", "caption: The new bridge")]
    assert figures(f"<figure class=gallery>{one}{two}</figure>") == expected
    assert figures(f"<ul><li>{one}</li><li>{two}</li></ul>") == expected
    assert figures(f"<div class=slides>{one}{two}{one}{two}</div>") == expected


def test_a_gallery_with_long_captions() -> None:
    """An item of a list that is a picture and its caption is a figure, however long the caption is."""
    words = "The bridge in Weston on Monday, with water up to its rail, seen from the north bank of the river. " * 3
    item = f"<li><div><img src=/p/a.jpg></div><div class=caption>{words}</div></li>"
    assert figures(f"<ul>{item}</ul>") == [(f"{TOWN}/p/a.jpg", f"caption: {words.strip()}")]
