"""A stand-in for the service that gTTS asks: TLS on this machine alone, answers as told, a tone for a voice."""

from __future__ import annotations

import base64
import json
import math
import ssl
import threading
import time
import urllib.parse
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

# A certificate and key for 127.0.0.1, made for these tests alone.
CERTIFICATE = Path(__file__).parent / "fixtures" / "loopback.pem"
RATE = 24000
_TYPES = {"consent": "text/html", "picture": "image/png"}


class Voice:
    """The service: `answers` come in turn, then `usual` ones.

    An answer is `ok`, a status, or a failure: `empty` (no audio), `nothing` (no body), `consent` (a page), `picture`
    (an image), `garbage` (audio that is none), `slow`, `stalled` (half, then a wait), `cut` (half of it),
    `half` (half, without a length), `broken` (a chunk that breaks off), `hung up` (no answer at all).
    """

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.usual = "ok"
        self.asked: list[str] = []
        self.langs: list[str] = []
        self.retry_after: str | None = None
        self.tld = ""


@contextmanager
def serve() -> Iterator[Voice]:
    """Run the service while the block lasts."""
    voice = Voice()
    server = _Server(("127.0.0.1", 0), _handler(voice))
    server.daemon_threads = True
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    # The engine puts its `tld` behind "translate.google."; as the user of an address it reaches this machine.
    voice.tld = f"x@127.0.0.1:{server.server_address[1]}"
    yield voice
    server.shutdown()
    server.server_close()
    thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up: tests do."""


def _handler(voice: Voice) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            text, lang = _request(body)
            voice.asked.append(text)
            voice.langs.append(lang)
            answer = voice.answers.pop(0) if voice.answers else voice.usual
            if answer == "slow":
                time.sleep(1.5)
            if answer == "hung up":
                self.close_connection = True
                return
            self._answer(int(answer) if answer.isdigit() else 200, _body(answer, text), answer)

        def _answer(self, status: int, body: bytes, answer: str) -> None:
            """Send a whole answer, or as much of it as is said."""
            self.send_response(status)
            self.send_header("Content-Type", _TYPES.get(answer, "application/json; charset=utf-8"))
            if answer == "broken":
                self.send_header("Transfer-Encoding", "chunked")
                body = b"%x\r\n%b" % (len(body), body)
            elif answer != "half":
                self.send_header("Content-Length", str(len(body)))
            if voice.retry_after and status != 200:
                self.send_header("Retry-After", voice.retry_after)
            if status in (301, 302):
                self.send_header("Location", "https://consent.example/")
            self.end_headers()
            parted = answer in ("cut", "half", "broken", "stalled")
            self.wfile.write(body[: len(body) // 2] if parted else body)
            if answer == "stalled":
                time.sleep(1.5)
            self.close_connection = self.close_connection or parted

    return Handler


def _request(body: str) -> tuple[str, str]:
    wrapped = json.loads(urllib.parse.unquote(body.removeprefix("f.req=").removesuffix("&")))
    text, lang, *_ = json.loads(wrapped[0][0][1])
    return text, lang


def _body(answer: str, text: str) -> bytes:
    if answer == "empty":
        return b")]}'\n\n100\n" + b'[["wrb.fr","jQ1olc",null,null,null,[3],"generic"]]\n'
    if answer == "consent":
        return b"<!doctype html><title>Before you continue</title>"
    if answer == "picture":
        return b"\x89PNG\r\n\x1a\n" + bytes(200)
    if answer == "nothing" or answer.isdigit():
        return b""
    sound = base64.b64encode(b"no sound at all" if answer == "garbage" else tone(len(text))).decode()
    line = json.dumps([["wrb.fr", "jQ1olc", json.dumps([sound]), None, None, None, "generic"]], separators=(",", ":"))
    return f")]}}'\n\n{len(line)}\n{line}\n".encode()


@lru_cache(maxsize=256)
def tone(letters: int) -> bytes:
    """Return an MP3 of a tone that lasts a fifteenth of a second a letter."""
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(64)
    wave = array("h", (int(9000 * math.sin(at * 0.115)) for at in range(letters * RATE // 15)))
    return bytes(encoder.encode(wave.tobytes())) + bytes(encoder.flush())
