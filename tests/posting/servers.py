"""Real servers on this machine alone: OpenSSH's SFTP, an S3 and a WebDAV server, each with its own way to refuse."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests import needs

USER, PASSWORD, WRONG = "press", "s3cret-of-the-press-office", "wrong-password-123"


def no_wait(_: float) -> None:
    """Try again at once."""


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

    (folder / "site").mkdir(exist_ok=True)
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
    """Serve a bucket by moto, which keeps objects in memory; keys are checked from when `wrong` is asked for some."""
    from moto.server import ThreadedMotoServer

    port = _port()
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=port, verbose=False)
    server.start()
    address = f"http://127.0.0.1:{port}"
    httpx.post(f"{address}/moto-api/reset").raise_for_status()  # what it keeps outlives its servers
    try:
        key, secret = _bucket(address)
        yield "s3://releases/public", {
            "PLAINSPOKEN_POST_ACCESS_KEY": key, "PLAINSPOKEN_POST_SECRET_KEY": secret,
            "PLAINSPOKEN_POST_ENDPOINT": address, "PLAINSPOKEN_POST_REGION": "us-east-1",
        }  # fmt: skip
    finally:
        _check_keys(address, after=float("inf"))
        server.stop()


def _check_keys(address: str, after: float) -> None:
    """Let moto check keys, which takes it long, after so many requests that it lets pass."""
    httpx.post(f"{address}/moto-api/reset-auth", content=str(after)).raise_for_status()


def _bucket(address: str) -> tuple[str, str]:
    """Make a bucket, and a user who may do anything in it; return the user's key and its secret."""
    import boto3

    common = {"endpoint_url": address, "region_name": "us-east-1"}
    opens = {"aws_access_key_id": "owner", "aws_secret_access_key": PASSWORD}
    boto3.client("s3", **common, **opens).create_bucket(Bucket="releases")
    users = boto3.client("iam", **common, **opens)
    users.create_user(UserName=USER)
    statement = {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    users.put_user_policy(UserName=USER, PolicyName="bucket", PolicyDocument=policy)
    made = users.create_access_key(UserName=USER)["AccessKey"]
    return made["AccessKeyId"], made["SecretAccessKey"]


def wrong(target: str, opens: Mapping[str, str], aside: Path) -> Mapping[str, str]:
    """Return what opens a server with the password, key or secret of somebody else; `aside` is a folder to write to."""
    others = {**opens, "PLAINSPOKEN_POST_PASSWORD": WRONG, "PLAINSPOKEN_POST_SECRET_KEY": WRONG}
    if target.startswith("s3"):
        _check_keys(opens["PLAINSPOKEN_POST_ENDPOINT"], after=0)
    if target.startswith("sftp"):
        others["PLAINSPOKEN_POST_KEY_FILE"] = str(aside / "other")
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(aside / "other")], check=True)
    return others


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


ALL = [
    pytest.param(sftp, id="sftp", marks=[needs.programs("/usr/sbin/sshd"), needs.modules("paramiko")]),
    pytest.param(webdav, id="webdav", marks=needs.modules("webdav4", "wsgidav", "cheroot")),
    pytest.param(s3, id="s3", marks=needs.modules("s3fs", "moto")),
]
