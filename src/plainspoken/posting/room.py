"""How many bytes a place has left, where its server tells: few say of a write that failed that the disk is full."""

from __future__ import annotations

import re
from typing import Any

_EXTENDED, _EXTENDED_REPLY = 200, 201  # SSH File Transfer Protocol 3, draft-ietf-secsh-filexfer-02, section 3
_STATVFS = "statvfs@openssh.com"  # OpenSSH's PROTOCOL, section 4.4
_QUOTA = re.compile(r"quota-available-bytes[^>]*>\s*(\d+)\s*<")  # RFC 4331, section 3
_ASKED = '<?xml version="1.0"?><D:propfind xmlns:D="DAV:"><D:prop><D:quota-available-bytes/></D:prop></D:propfind>'


def of_sftp(site: Any, folder: str) -> int | None:
    """Return how many bytes are left at a folder of an SFTP server; None where it doesn't tell."""
    # paramiko has no method for OpenSSH's extension; its own methods ask by this one.
    kind, reply = site.ftp._request(_EXTENDED, _STATVFS, folder)
    if kind != _EXTENDED_REPLY:
        return None
    _size, unit, _blocks, _free, available, nodes, _, free_nodes = (reply.get_int64() for _ in range(8))
    return 0 if nodes and not free_nodes else int(unit * available)


def of_webdav(site: Any, folder: str) -> int | None:
    """Return how many bytes are left at a folder of a WebDAV server; None where it doesn't tell."""
    headers = {"Depth": "0", "Content-Type": "application/xml"}
    answer = site.client.request("PROPFIND", folder, content=_ASKED, headers=headers)
    found = _QUOTA.search(answer.text) if answer.is_success else None
    return int(found[1]) if found else None


def not_told(_site: Any, _folder: str) -> int | None:
    """Return None: there is no way to ask, or the failure itself says it."""
    return None
