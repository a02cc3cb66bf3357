"""A real WordPress on this machine alone: Debian's package, PHP's own server, and a MariaDB without a network."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path("/usr/share/wordpress")
PROGRAMS = ("php", "mariadb", "mariadb-install-db", "/usr/sbin/mariadbd")
_SETTINGS = """<?php
define('DB_NAME', 'wordpress'); define('DB_USER', '%(user)s'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:%(socket)s'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_DEFAULT_THEME', 'plain'); define('WP_ENVIRONMENT_TYPE', 'local'); define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true); define('FS_METHOD', 'direct');
define('WP_HOME', 'http://127.0.0.1:%(port)d'); define('WP_SITEURL', 'http://127.0.0.1:%(port)d');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $one) {
    define($one.'_KEY', '%(salt)s'); define($one.'_SALT', '%(salt)s');
}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) { define('ABSPATH', '%(root)s/'); }
require_once ABSPATH . 'wp-settings.php';
"""
_INSTALL = """
define('WP_INSTALLING', true); $_SERVER['HTTP_HOST'] = '127.0.0.1'; chdir('%(root)s');
require 'wp-load.php'; require 'wp-admin/includes/upgrade.php';
wp_install('Press office', 'press', 'press@site.example', true, '', 'nobody logs in with this');
foreach (['press' => null, 'reader' => 'subscriber'] as $name => $role) {
    $user = $role ? wp_insert_user(['user_login' => $name, 'user_pass' => wp_generate_password(), 'role' => $role]) : 1;
    echo WP_Application_Passwords::create_new_application_password($user, ['name' => 'test'])[0], "\\n";
}
%(more)s
"""
_PRETTY = "global $wp_rewrite; $wp_rewrite->set_permalink_structure('/%postname%/'); flush_rewrite_rules(false);"
_ROUTER = """<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if ($path !== '/' && is_file('%(root)s' . $path) && !str_ends_with($path, '.php')) { return false; }
$_SERVER['SCRIPT_NAME'] = '/index.php'; require '%(root)s/index.php';
"""


_THEME = """<!doctype html><html <?php language_attributes(); ?>><head><meta charset="utf-8"><?php wp_head(); ?></head>
<body>
<?php while (have_posts()) { the_post(); the_title('<h1>', '</h1>'); the_content(); } wp_footer(); ?></body></html>"""


@dataclass(frozen=True)
class WordPress:
    """A site that runs: its address for posting, who may write there, where its uploads are."""

    target: str
    opens: Mapping[str, str]
    reader: Mapping[str, str]
    address: str
    uploads: Path


@contextmanager
def wordpress(folder: Path, *, pretty: bool = True) -> Iterator[WordPress]:
    """Run a fresh site in a folder, with addresses that are words (`pretty`) or numbers."""
    root, port = folder / "site", _port()
    _lay(root)
    with _database(folder / "db") as (user, sock):
        values = {"user": user, "socket": sock, "port": port, "root": root, "salt": secrets.token_hex(16)}
        (root / "wp-config.php").write_text(_SETTINGS % values)
        (folder / "router.php").write_text(_ROUTER % values)
        told = _run(["php", "-r", _INSTALL % {"root": root, "more": _PRETTY if pretty else ""}])
        press, reader = told.strip().splitlines()[-2:]
        command = ["php", "-S", f"127.0.0.1:{port}", "-t", str(root), str(folder / "router.php")]
        with (folder / "php.log").open("w") as log:
            server = subprocess.Popen(
                command, stdout=log, stderr=log, env={**os.environ, "PHP_CLI_SERVER_WORKERS": "2"}
            )
            try:
                _await(port)
                yield WordPress(
                    f"wordpress+http://press@127.0.0.1:{port}/", {"PLAINSPOKEN_POST_PASSWORD": press},
                    {"PLAINSPOKEN_POST_PASSWORD": reader}, f"http://127.0.0.1:{port}", root / "wp-content" / "uploads",
                )  # fmt: skip
            finally:
                server.terminate()
                server.wait()


def _lay(root: Path) -> None:
    """Lay the site out: its own settings and uploads, the package's programs."""
    root.mkdir(parents=True)
    for one in PACKAGE.iterdir():
        if one.suffix == ".php" and one.name != "wp-config.php":
            shutil.copyfile(one, root / one.name)
    for name in ("wp-includes", "wp-admin"):
        (root / name).symlink_to(PACKAGE / name)
    (root / "wp-content" / "uploads").mkdir(parents=True)
    theme = root / "wp-content" / "themes" / "plain"
    theme.mkdir(parents=True)
    (theme / "style.css").write_text("/* Theme Name: Plain */")
    (theme / "index.php").write_text(_THEME)


@contextmanager
def _database(folder: Path) -> Iterator[tuple[str, Path]]:
    """Run a database that listens on a socket in the folder alone; yield its user and the socket."""
    user = subprocess.run(["id", "-un"], capture_output=True, text=True, check=True).stdout.strip()
    _run([
        "mariadb-install-db", "--no-defaults", f"--datadir={folder}", "--auth-root-authentication-method=socket",
        f"--auth-root-socket-user={user}", "--skip-test-db", f"--user={user}", "--skip-name-resolve",
    ])  # fmt: skip
    sock = Path(f"/tmp/{secrets.token_hex(6)}.sock")  # the path of a socket may have 107 letters
    server = subprocess.Popen(
        [
            "/usr/sbin/mariadbd", "--no-defaults", f"--datadir={folder}", f"--socket={sock}", "--skip-networking",
            f"--user={user}",
            f"--pid-file={folder}/pid", "--innodb-buffer-pool-size=16M", "--innodb-flush-log-at-trx-commit=0",
            f"--log-error={folder}/log",
        ],
    )  # fmt: skip
    try:
        for _ in range(300):
            if (
                subprocess.run(_sql(sock, "CREATE DATABASE IF NOT EXISTS wordpress"), capture_output=True).returncode
                == 0
            ):
                break
            time.sleep(0.1)
        yield "root", sock
    finally:
        server.terminate()
        server.wait()
        sock.unlink(missing_ok=True)


def _sql(sock: Path, statement: str) -> list[str]:
    return ["mariadb", "--no-defaults", f"--socket={sock}", "--user=root", "-e", statement]


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, (command[0], done.stdout[-800:], done.stderr[-800:])
    return done.stdout


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
