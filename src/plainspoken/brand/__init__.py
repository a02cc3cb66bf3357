"""An organisation's own look on the pages: its name, its accent, its logo, its licence."""

from plainspoken.brand.own import NOBODY, Accent, Brand, Logo

__all__ = ["NOBODY", "Accent", "Brand", "Logo"]
