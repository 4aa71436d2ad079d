"""PDF as a person prints a web page: Chromium, with date, title, address and page in the margins."""

import functools
import http.server
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from learnt.fictional.manuscript import Manuscript
from learnt.fictional.typeset.errors import CannotTypeset
from learnt.fictional.typeset.html import html_page

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_HOST = "www.council.example"
_PAGE = "domestic-homicide-review.html"
_SECONDS = 120
_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
    "--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable",
)


def missing_browser() -> str | None:
    """Give nothing where Chromium is found, else the advice."""
    if any(shutil.which(name) for name in _NAMES):
        return None
    return "Chromium is not installed: apt-get install chromium"


def typeset_browser(manuscript: Manuscript, path: Path, *, seed: int = 0) -> None:
    """Write `manuscript` as a printed web page; every fourth seed leaves the margins empty.

    The margin carries today's date, so the bytes differ from day to day.
    """
    with tempfile.TemporaryDirectory(prefix="learnt-browser-") as folder:
        site = Path(folder) / "site"
        site.mkdir()
        (site / _PAGE).write_text(html_page(manuscript, seed), encoding="utf-8")
        made = Path(folder) / "printed.pdf"
        with _served(site) as port:
            _print_page(port, made, Path(folder) / "profile", bare=seed % 4 == 3)
        if not made.is_file():
            raise CannotTypeset(f"Chromium made no PDF of {path.name}")
        shutil.move(made, path)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[int]:
    """Serve `site` on this machine alone, so that the printed address is a council's."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()


def _print_page(port: int, made: Path, profile: Path, *, bare: bool) -> None:
    program = next((found for name in _NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise CannotTypeset(str(missing_browser()))
    command = [
        program,
        *_OPTIONS,
        f"--user-data-dir={profile}",
        f"--host-resolver-rules=MAP {_HOST}:80 127.0.0.1:{port}",
        f"--print-to-pdf={made}",
        *(["--no-pdf-header-footer"] if bare else []),
        f"http://{_HOST}/{_PAGE}",
    ]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CannotTypeset(f"Chromium failed: {error}") from error
