"""How well one colour is seen on another, by WCAG 2.2; the nearest colour that is seen well enough."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence

TEXT = 4.5  # WCAG 2.2, 1.4.3; borders and signs need 3 (1.4.11), which it holds too
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.ASCII | re.IGNORECASE)
_STEPS = 1000


def canonical(colour: str) -> str:
    """Return a colour as `#rrggbb`.

    Raises:
        ValueError: it is not written as `#rgb` or `#rrggbb`.

    >>> canonical("#FA0")
    '#ffaa00'
    """
    if not _HEX.fullmatch(colour):
        raise ValueError(colour)
    digits = colour[1:].lower()
    return f"#{digits}" if len(digits) == 6 else f"#{''.join(one * 2 for one in digits)}"


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").

    >>> round(contrast("#000000", "#ffffff"), 2), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least(colour: str, grounds: Sequence[str]) -> float:
    """Return the contrast of a colour on that of the grounds where it is seen worst."""
    return min(contrast(colour, ground) for ground in grounds)


def nearest(colour: str, grounds: Sequence[str], ratio: float = TEXT) -> str | None:
    """Return the colour of the same hue, next in lightness, that is seen well on each ground; None if there is none.

    >>> nearest("#777777", ["#ffffff"])
    '#767676'
    >>> nearest("#0b5568", ["#ffffff"])
    '#0b5568'
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*_parts(colour))
    if least(colour, grounds) >= ratio:
        return colour
    for step in range(1, _STEPS + 1):
        for other in (lightness - step / _STEPS, lightness + step / _STEPS):
            if 0 <= other <= 1:
                found = _written(colorsys.hls_to_rgb(hue, other, saturation))
                if least(found, grounds) >= ratio:
                    return found
    return None


def on(colour: str) -> str:
    """Return what is to be written in on a ground of the colour: black or white, whichever is seen better.

    One of them has a contrast of 4.58 or more on any colour.
    """
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, colour))


def _luminance(colour: str) -> float:
    """Return the relative luminance of an sRGB colour (WCAG 2.2)."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(parts: Sequence[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
