"""A filled library with its own home and a real server, and axe-core to look at its pages."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from learnt.web.build_assets import NoAssets, npm

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
AXE = ROOT / "build" / "browser"
WAIT = 60
"""Seconds that a server may take to answer."""


@dataclass(frozen=True)
class Library:
    """Where a library is served, and what `seed` told of it."""

    address: str
    told: dict[str, Any]


@contextmanager
def running(home: Path) -> Iterator[Library]:
    """Fill a library in `home` and serve it until the caller is done."""
    environment = os.environ | {"LEARNT_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    seed = [sys.executable, "-m", "tests.web.browser.seed"]
    done = subprocess.run(seed, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-2000:]
    address = f"127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "learnt", "library", "serve", "--address", address]
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        await_answer(f"http://{address}/", server)
        yield Library(f"http://{address}", json.loads(done.stdout.splitlines()[-1]))
    finally:
        server.terminate()
        server.wait(timeout=30)


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_answer(address: str, server: "subprocess.Popen[bytes]") -> None:
    """Return when the server answers; fails when it ends before, or takes too long."""
    for _ in range(WAIT * 5):
        assert server.poll() is None, "the server ended"
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError("the server does not answer")


def axe_source() -> str:
    """Give the text of axe-core, fetched with npm when it is not there; raises `NoAssets`."""
    wanted = (HERE / "package.json").read_text("utf-8")
    script = AXE / "node_modules" / "axe-core" / "axe.min.js"
    noted = AXE / "package.json"
    if not script.exists() or noted.read_text("utf-8") != wanted:
        AXE.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", noted)
        command = [npm(), "install", "--no-package-lock", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=AXE, capture_output=True, text=True)
        if done.returncode:
            raise NoAssets(f"axe-core could not be fetched: {done.stderr.strip()[-300:]}")
    return script.read_text("utf-8")
