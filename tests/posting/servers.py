"""Real servers on this machine alone: OpenSSH's SFTP, an S3 and a WebDAV server, each with its own way to refuse."""

from __future__ import annotations

import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

USER, PASSWORD = "press", "s3cret-of-the-press-office"


@contextmanager
def sftp(folder: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Serve this user's files by OpenSSH; yield the address of `folder`'s `site`, and what opens it."""
    port, keys = _port(), folder / "keys"
    keys.mkdir()
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(keys / name)], check=True)
    (keys / "authorized").write_text((keys / "user.pub").read_text())
    (keys / "authorized").chmod(0o600)
    kind, key, *_ = (keys / "host.pub").read_text().split()
    (keys / "known").write_text(f"[127.0.0.1]:{port} {kind} {key}\n")
    (keys / "config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {keys / 'host'}\nAuthorizedKeysFile {keys / 'authorized'}\n"
        f"PidFile {keys / 'pid'}\nStrictModes no\nUsePAM no\nPasswordAuthentication no\nSubsystem sftp internal-sftp\n"
        "PermitRootLogin yes\n"
    )
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(parents=True, exist_ok=True)  # where it gives up its rights
    daemon = subprocess.Popen(
        ["/usr/sbin/sshd", "-D", "-f", str(keys / "config")], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _await(port)
        user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
        opens = {"PLAINSPOKEN_POST_KEY_FILE": str(keys / "user"), "PLAINSPOKEN_POST_KNOWN_HOSTS": str(keys / "known")}
        yield f"sftp://{user}@127.0.0.1:{port}{folder / 'site'}", opens
    finally:
        daemon.terminate()
        daemon.wait()


@contextmanager
def webdav(folder: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Serve `folder`'s `site` by WsgiDAV."""
    from cheroot.wsgi import Server
    from wsgidav.wsgidav_app import WsgiDAVApp

    (folder / "site").mkdir()
    application = WsgiDAVApp({
        "provider_mapping": {"/": str(folder / "site")},
        "simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}},
        "http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False},
        "logging": {"enable": False}, "verbose": 0, "property_manager": None, "lock_storage": None,
    })  # fmt: skip
    port = _port()
    server = Server(("127.0.0.1", port), application, numthreads=2)
    thread = threading.Thread(target=server.start, daemon=True)
    thread.start()
    try:
        _await(port)
        yield f"webdav://{USER}@127.0.0.1:{port}/", {"PLAINSPOKEN_POST_PASSWORD": PASSWORD}
    finally:
        server.stop()
        thread.join(10)


@contextmanager
def s3(_: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Serve a bucket by moto, which keeps objects in memory."""
    import boto3
    from moto.server import ThreadedMotoServer

    port = _port()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    address = f"http://127.0.0.1:{port}"
    try:
        client = boto3.client(
            "s3", endpoint_url=address, region_name="us-east-1", aws_access_key_id="key", aws_secret_access_key=PASSWORD
        )
        client.create_bucket(Bucket="releases")
        yield "s3://releases/public", {
            "PLAINSPOKEN_POST_ACCESS_KEY": "key-of-the-office", "PLAINSPOKEN_POST_SECRET_KEY": PASSWORD,
            "PLAINSPOKEN_POST_ENDPOINT": address, "PLAINSPOKEN_POST_REGION": "us-east-1",
        }  # fmt: skip
    finally:
        server.stop()


def _port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _await(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"nothing answers on port {port}")
