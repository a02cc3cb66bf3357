"""What every translator does: ours are held to the contract here, one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspoken.engines.apertium import Apertium
from plainspoken.engines.argos import Argos
from plainspoken.engines.chat import Chat
from plainspoken.engines.contract.translator import CHECKS
from plainspoken.engines.identity import Identity
from plainspoken.engines.libretranslate import LibreTranslate
from plainspoken.engines.protocols import Translator
from tests import chat_server, libretranslate_server, needs

Check = Callable[[Translator, str, str], None]
each_check = pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)


@each_check
def test_identity(check: Check) -> None:
    """The engine `identity` keeps the contract of a translator."""
    check(Identity(), "en", "ur")


@needs.apertium
@each_check
@pytest.mark.parametrize("target", ["es", "fr"])
def test_apertium(check: Check, target: str) -> None:
    """The engine `apertium` keeps it, directly and through a third language."""
    check(Apertium(), "en-GB", target)


@needs.argos
@pytest.mark.usefixtures("packages")
@each_check
@pytest.mark.parametrize("target", ["es", "pt"])
def test_argos(check: Check, target: str) -> None:
    """The engine `argos` keeps it, directly and through a third language."""
    check(Argos(), "en-GB", target)


@each_check
def test_libretranslate(check: Check) -> None:
    """The engine `libretranslate` keeps it, with a server of the tests' own."""
    with libretranslate_server.serve() as (site, _):
        check(LibreTranslate(site.address), "en-GB", "es")


@each_check
def test_chat(check: Check) -> None:
    """The engine `chat` keeps it, with a model of the tests' own."""
    with chat_server.serve() as (site, _):
        check(Chat(f"{site.address}/v1", "", "tiny"), "en-GB", "es")
