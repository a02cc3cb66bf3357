"""A WordPress site by its REST interface, asked again where it fails in passing."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import SplitResult, urlsplit

from plainspoken.errors import EngineError, RemoteError, TargetError, UsageError
from plainspoken.posting.secrets import Secrets
from plainspoken.posting.target import LOOPBACK

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")

SCHEMES = {"wordpress": "https", "wordpress+http": "http"}
_TRIES = 4
_LONGEST_WAIT = 30.0
_PAGE = 100  # the most that the interface gives at once
_ROOT = re.compile(r'<([^>]+)>;\s*rel="https://api\.w\.org/"')
_NEEDED = ("edit_posts", "publish_posts", "upload_files")
_CHECK = "Check the user's name, the application password, and that the user may publish (role Author or more)."
_TOO_LARGE = ("rest_upload_no_data", "rest_upload_file_too_big", "rest_upload_size_error")
_NOT_KEPT = ("rest_upload_unknown_error", "rest_upload_sideload_error", "upload_dir_error", "rest_upload_file_error")


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site answered, where it was no error: the status and the JSON."""

    status: int
    tree: object


class Site:
    """A WordPress site that one of its users writes to.

    Args:
        parts: the target's address, as `urlsplit` parts it.
        secrets: the user's name and application password.
        sleep: how to wait between tries, for tests.

    Raises:
        UsageError: the address is plain http to another machine, or the password is missing.
        EngineError: the library that asks is not installed.
    """

    def __init__(self, parts: SplitResult, secrets: Secrets, sleep: Callable[[float], None] = time.sleep) -> None:
        scheme, host = SCHEMES[parts.scheme], parts.hostname or ""
        user, password = parts.username or secrets.find("username"), secrets.find("password")
        self.name = f"{parts.scheme}://{host}{f':{parts.port}' if parts.port else ''}{parts.path}"
        if scheme == "http" and host not in LOOPBACK:
            raise UsageError("a password can't be sent over plain http", where=self.name, todo="Use wordpress://.")
        if not user or not password:
            todo = "Give the user's name in the address, and an application password in PLAINSPOKEN_POST_PASSWORD."
            raise UsageError("WordPress asks for a user and an application password", where=self.name, todo=todo)
        self._home = f"{scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}".rstrip("/") + "/"
        self._secrets, self._sleep, self._root = secrets, sleep, ""
        self._client = _client(user, password)

    @property
    def home(self) -> str:
        """The address of the site's front page, ending in a slash."""
        return self._home

    def retry(self, work: Callable[[], T], what: str = "") -> T:
        """Return what `work` returns; it is begun anew where the site fails in passing, so it looks before it makes.

        Raises:
            RemoteError: the site can't be reached, refuses us, or fails again and again.
            TargetError: it keeps no file of this kind or size.
        """
        import httpx

        for attempt in range(_TRIES):
            try:
                return work()
            except (httpx.TransportError, _PassingError) as cause:
                if attempt == _TRIES - 1:
                    raise self._broken(cause, what) from None  # a cause may quote what nobody may see
                self._sleep(min(getattr(cause, "wait", 0.0) or 0.5 * 2**attempt, _LONGEST_WAIT))
        raise AssertionError("the last try raises")

    def check(self) -> None:
        """Make sure that our user may post.

        Raises:
            RemoteError: the name or password is wrong, or the user has too small a role.
        """
        user = self.retry(lambda: self.get("users/me", {"context": "edit"})).tree
        may = user.get("capabilities") if isinstance(user, dict) else None
        if not isinstance(may, dict) or not all(may.get(one) for one in _NEEDED):
            raise RemoteError("the site refuses us: this user may not publish", where=self.name, todo=_CHECK)

    def get(self, path: str, params: Mapping[str, str | int] | None = None) -> Reply:
        """Ask for something; a page past the last one is an empty list."""
        return self._ask("GET", path, params=params)

    def each(self, path: str, params: Mapping[str, str | int]) -> Iterator[Mapping[str, object]]:
        """Ask for all things of a list, page by page."""
        for page in range(1, 1000):
            found = self.retry(lambda page=page: self.get(path, {**params, "per_page": _PAGE, "page": page}), path).tree  # type: ignore[misc]
            things = found if isinstance(found, list) else []
            yield from things
            if len(things) < _PAGE:
                return

    def send(self, path: str, tree: Mapping[str, object]) -> Mapping[str, object]:
        """Make or change a thing, and return it."""
        return _thing(self._ask("POST", path, json=tree))

    def upload(self, path: str, name: str, media_type: str, content: bytes) -> Mapping[str, object]:
        """Send a file under a name of ASCII letters, digits, hyphens and a dot, and return what the site made of it."""
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Content-Type": media_type}
        return _thing(self._ask("POST", path, content=content, headers=headers))

    def delete(self, path: str, *, force: bool) -> None:
        """Take a thing away, past the bin with `force`; one that is gone is no failure."""
        self._ask("DELETE", path, params={"force": "true" if force else "false"})

    def _ask(
        self, method: str, path: str, *, params: Mapping[str, str | int] | None = None, json: object = None,
        content: bytes | None = None, headers: Mapping[str, str] | None = None,
    ) -> Reply:  # fmt: skip
        url = self._address(path, params or {})
        answer = self._client.request(method, url, json=json, content=content, headers=headers)
        return self._read(answer, path, method)

    def _address(self, path: str, params: Mapping[str, str | int]) -> str:
        import httpx

        self._root = self._root or self._find_root()
        url = httpx.URL(self._root)
        if "rest_route" in url.params:  # a site whose addresses are numbers
            return str(url.copy_merge_params({**params, "rest_route": f"/wp/v2/{path}"}))
        return str(httpx.URL(f"{self._root.rstrip('/')}/wp/v2/{path}").copy_merge_params(dict(params)))

    def _find_root(self) -> str:
        """Return where the interface is, as the front page's header says; never on another host."""
        answer = self._client.head(self._home)
        for _ in range(3):
            if not answer.has_redirect_location:
                break
            where = str(answer.url.join(answer.headers["location"]))
            if urlsplit(where).hostname != urlsplit(self._home).hostname:
                break
            answer = self._client.head(where)
        if answer.status_code == 429 or answer.status_code >= 500:
            raise _PassingError(f"the site answers {answer.status_code}", _wait(answer))
        found = _ROOT.search(", ".join(answer.headers.get_list("link")))
        root = str(answer.url.join(found[1])) if found else ""
        if not found or urlsplit(root).netloc != urlsplit(self._home).netloc:
            todo = "Give the address of the site's front page; its REST interface must be on."
            raise RemoteError("no WordPress answers here", where=self.name, todo=todo)
        return root

    def _read(self, answer: httpx.Response, path: str, method: str) -> Reply:
        try:
            tree = answer.json() if answer.content else None
        except ValueError:
            tree = None
        code = self._secrets.hide(str(tree.get("code", ""))) if isinstance(tree, dict) else ""
        said = self._secrets.hide(str(tree.get("message", "")) if isinstance(tree, dict) else "")
        if answer.is_success and tree is not None:
            return Reply(answer.status_code, tree)
        if answer.status_code == 413 or code in _TOO_LARGE:
            todo = "Let its owner raise upload_max_filesize and post_max_size, or make the pack without it (--formats)."
            raise TargetError("the site takes no file of this size", where=f"{self.name}: {path}", todo=todo)
        if code in _NOT_KEPT:
            todo = "Its disk may be full, or its rules against this kind of file; ask its owner, and run it again."
            raise TargetError(f"the site kept no file ({said or code})", where=f"{self.name}: {path}", todo=todo)
        if answer.status_code in (401, 403):
            raise RemoteError(f"the site refuses us ({said or code})", where=self.name, todo=_CHECK)
        if answer.status_code in (404, 410) and method == "DELETE":
            return Reply(answer.status_code, None)
        if code == "rest_post_invalid_page_number":
            return Reply(answer.status_code, [])
        if answer.status_code == 429 or answer.status_code >= 500 or answer.is_success:
            raise _PassingError(f"the site answers {answer.status_code} {said}", _wait(answer))
        raise RemoteError(
            f"the site answers {answer.status_code} {said or code}", where=self.name, todo="Ask its owner."
        )

    def _broken(self, cause: Exception, what: str) -> RemoteError:
        said = self._secrets.told(cause) or type(cause).__name__
        todo = "Run the same command again: it goes on where it stopped."
        return RemoteError(f"the site can't be reached ({said})", where=f"{self.name} {what}".strip(), todo=todo)


class _PassingError(Exception):
    """An answer that may be another one soon."""

    def __init__(self, said: str, wait: float = 0.0) -> None:
        super().__init__(said)
        self.wait = wait


def _wait(answer: httpx.Response) -> float:
    wait = answer.headers.get("retry-after", "")
    return float(wait) if wait.isdigit() else 0.0


def _client(user: str, password: str) -> httpx.Client:
    try:
        import httpx
    except ImportError as cause:
        todo = "Install it: pip install 'plainspoken[post]'."
        raise EngineError("posting to WordPress needs httpx, which is not installed", todo=todo) from cause
    return httpx.Client(auth=(user, password), timeout=httpx.Timeout(60.0, connect=10.0), follow_redirects=False)


def _thing(reply: Reply) -> Mapping[str, object]:
    if not isinstance(reply.tree, dict):
        raise _PassingError("the site's answer is no thing")
    return reply.tree
