"""Models, migrations and everything but full-text search on a real PostgreSQL server.

A server of its own is started in a temporary folder, on a socket, and stopped afterwards; the tests of
the pages, of the desk and of publishing then run against it in a process of their own.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.house.sources import ROOT

pytestmark = pytest.mark.tool("pg_ctl")
PORT = "54329"
TESTED = (
    "tests/web/test_publishing.py",
    "tests/web/test_access.py",
    "tests/web/catalogue",
    "tests/web/accounts",
    "tests/web/test_migrations.py",
    "tests/web/curation/test_chronicle.py",
    "tests/web/curation/test_desk.py",
    "tests/web/curation/test_merging.py",
    "tests/web/curation/test_told.py",
    "tests/web/curation/test_unpacking.py",
    "tests/web/keeping/test_check.py",
    "tests/web/api",
    "tests/web/dataset",
    "tests/web/feeds",
    "tests/web/register",
)


def tool(name: str) -> str:
    """Give the path of a program of PostgreSQL, which Debian keeps off the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(debian[-1]) if debian else name)


def as_owner(command: list[str], folder: Path) -> None:
    """Run a program as somebody who may run PostgreSQL: not as root."""
    if os.geteuid():
        subprocess.run(command, check=True, capture_output=True)
        return
    owner = pwd.getpwnam("postgres")
    shutil.chown(folder, owner.pw_uid, owner.pw_gid)
    subprocess.run(
        command, check=True, capture_output=True, user=owner.pw_uid, group=owner.pw_gid, cwd=folder
    )


@pytest.fixture(scope="module")
def address() -> Generator[str]:
    folder = Path(tempfile.mkdtemp(prefix="learnt-pg-", dir="/tmp"))
    data = folder / "data"
    options = f"-k {folder} -p {PORT} -c listen_addresses='' -c fsync=off"
    quiet = ["-l", str(folder / "log"), "-w"]
    try:
        as_owner([tool("initdb"), "-D", str(data), "-U", "learnt", "-A", "trust"], folder)
        as_owner([tool("pg_ctl"), "-D", str(data), "-o", options, *quiet, "start"], folder)
        yield f"postgres:///postgres?host={folder}&port={PORT}&user=learnt"
    finally:
        as_owner([tool("pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], folder)
        shutil.rmtree(folder, ignore_errors=True)


def test_the_library_works_on_postgresql(address: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", *TESTED]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "passed" in done.stdout or "[100%]" in done.stdout
