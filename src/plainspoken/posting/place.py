"""A place that packs are posted to, by its address: a folder, SFTP, S3 or WebDAV, through fsspec."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult

from plainspoken.errors import EngineError, UsageError
from plainspoken.posting import room
from plainspoken.posting.secrets import Secrets
from plainspoken.posting.target import KNOWN, LOOPBACK, part, shown
from plainspoken.posting.types import type_of

if TYPE_CHECKING:
    import paramiko
    from fsspec import AbstractFileSystem

_PATIENCE = 60.0  # seconds that an SFTP server may be silent


@dataclass(frozen=True, slots=True)
class Place:
    """Where packs go.

    Attributes:
        name: the address as it may be shown.
        root: the path that packs stand beneath.
        connect: opens a fresh connection.
        move: puts a file in another's place, at once where the server can.
        put: sends a file of this machine to a path of the place; given its path in the pack too.
        room: tells how many bytes are left at a folder, None where the server doesn't.
    """

    name: str
    root: str
    connect: Callable[[], AbstractFileSystem]
    move: Callable[[Any, str, str], object]
    room: Callable[[Any, str], int | None] = room.not_told
    put: Callable[[Any, Path, str, str], object] = lambda site, source, to, _: site.put_file(str(source), to)


def find(target: str, secrets: Secrets) -> Place:
    """Return the place that an address names; nothing is connected yet.

    Raises:
        UsageError: the address is of a kind that isn't served, or holds a password.
        EngineError: what serves it is not installed.
    """
    if "://" not in target:
        return _folder(Path(target))
    parts = part(target)
    known = {
        "file": lambda: _folder(Path(parts.path)),
        "sftp": lambda: _sftp(parts, secrets),
        "ssh": lambda: _sftp(parts, secrets),
        "s3": lambda: _s3(parts, secrets),
        "webdav": lambda: _webdav(parts, "http", secrets),
        "webdavs": lambda: _webdav(parts, "https", secrets),
    }
    if parts.scheme not in known:
        raise UsageError(f"packs can't be posted by {parts.scheme}", where=shown(parts), todo=f"Give {KNOWN}.")
    return known[parts.scheme]()


def _folder(path: Path) -> Place:
    def connect() -> AbstractFileSystem:
        local = _fsspec("fsspec.implementations.local", "LocalFileSystem")
        return local(auto_mkdir=True, skip_instance_cache=True)

    return Place(str(path), str(path.absolute()), connect, lambda _, old, new: Path(old).replace(new))


def _sftp(parts: SplitResult, secrets: Secrets) -> Place:
    def connect() -> AbstractFileSystem:
        sftp = _fsspec("fsspec.implementations.sftp", "SFTPFileSystem")
        options: dict[str, object] = {
            "username": parts.username or secrets.find("username"),
            "password": secrets.find("password"),
            "key_filename": secrets.find("key_file"),
            "passphrase": secrets.find("passphrase"),
            "port": parts.port or 22,
            "timeout": 30,
            "host_key_policy": _host_keys(secrets),
        }
        given = {name: value for name, value in options.items() if value}
        site = sftp(parts.hostname or "", **given, skip_instance_cache=True)
        site.ftp.get_channel().settimeout(_PATIENCE)  # otherwise a line that goes dead is waited for without end
        return site

    root = parts.path.rstrip("/") or "/"
    return Place(shown(parts), root, connect, lambda site, old, new: site.mv(old, new), room.of_sftp)


def _host_keys(secrets: Secrets) -> paramiko.MissingHostKeyPolicy:
    """Return a policy that takes the keys of `known_hosts` alone: a stranger in the middle is refused."""
    import paramiko

    file = Path(secrets.find("known_hosts") or "~/.ssh/known_hosts").expanduser()

    class Known(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]
        def missing_host_key(self, client: paramiko.SSHClient, hostname: str, key: paramiko.PKey) -> None:
            keys = paramiko.HostKeys(str(file)) if file.exists() else paramiko.HostKeys()
            if not keys.check(hostname, key):
                raise paramiko.BadHostKeyException(hostname, key, key)

    return Known()


def _s3(parts: SplitResult, secrets: Secrets) -> Place:
    def connect() -> AbstractFileSystem:
        s3 = _fsspec("s3fs", "S3FileSystem")
        client = {"endpoint_url": secrets.find("endpoint"), "region_name": secrets.find("region")}
        return s3(
            key=secrets.find("access_key"), secret=secrets.find("secret_key"),
            client_kwargs={name: value for name, value in client.items() if value},
            config_kwargs={"retries": {"max_attempts": 1}, "connect_timeout": 10, "read_timeout": 30},
            skip_instance_cache=True, use_listings_cache=False,
        )  # fmt: skip

    root = f"{parts.netloc}{parts.path}".rstrip("/")
    return Place(shown(parts), root, connect, _move_object, put=_put_object)


def _put_object(site: AbstractFileSystem, source: Path, to: str, path: str) -> None:
    site.put_file(str(source), to, ContentType=type_of(path))


def _move_object(site: AbstractFileSystem, old: str, new: str) -> None:
    site.cp_file(old, new)  # its mv would list folders first, and a bucket has none
    site.rm_file(old)


def _webdav(parts: SplitResult, scheme: str, secrets: Secrets) -> Place:
    if scheme == "http" and parts.hostname not in LOOPBACK and secrets.find("password"):
        raise UsageError("a password can't be sent over plain http", where=shown(parts), todo="Use webdavs://.")

    def connect() -> AbstractFileSystem:
        webdav = _fsspec("webdav4.fsspec", "WebdavFileSystem")
        user, password = parts.username or secrets.find("username"), secrets.find("password")
        port = f":{parts.port}" if parts.port else ""
        return webdav(
            f"{scheme}://{parts.hostname}{port}", auth=(user, password) if user and password else None, timeout=30.0
        )

    return Place(
        shown(parts), parts.path.strip("/"), connect,
        lambda site, old, new: site.client.move(old, new, overwrite=True), room.of_webdav,
    )  # fmt: skip


def _fsspec(module: str, name: str) -> Callable[..., Any]:
    from importlib import import_module

    try:
        return getattr(import_module(module), name)  # type: ignore[no-any-return]
    except ImportError as cause:
        todo = "Install it: pip install 'plainspoken[post]'."
        raise EngineError(f"posting there needs {cause.name}, which is not installed", todo=todo) from cause
