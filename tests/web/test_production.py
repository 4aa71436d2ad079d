"""Settings for production, each tried in a process of its own: they refuse what is not safe."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

LONG = "0123456789abcdef" * 4
SAFE = {
    "LEARNT_ENV": "production",
    "LEARNT_SECRET_KEY": LONG,
    "LEARNT_SEAL_KEY": LONG,
    "LEARNT_HOSTS": "library.example.org",
}
ASK = """
import json, django
from django.conf import settings
django.setup()
from django.test import Client
plain = Client().get("/robots.txt", headers={"host": "library.example.org"})
safe = Client().get("/robots.txt", headers={"host": "library.example.org"}, secure=True)
wrong = Client().get("/robots.txt", headers={"host": "another.example.org"}, secure=True)
print(json.dumps({
    "debug": settings.DEBUG,
    "cookies": [settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE,
        settings.SESSION_COOKIE_HTTPONLY, settings.CSRF_COOKIE_HTTPONLY],
    "plain": [plain.status_code, plain.get("Location")],
    "hsts": safe.get("Strict-Transport-Security"),
    "wrong": wrong.status_code,
}, sort_keys=True))
"""


def run(home: Path, *command: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("LEARNT_", "DATABASE_URL"))}
    told = {"LEARNT_HOME": str(home), "DJANGO_SETTINGS_MODULE": "learnt.web.settings"}
    return subprocess.run(
        [sys.executable, *command], env=kept | told | variables, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"LEARNT_SECRET_KEY": ""}, "LEARNT_SECRET_KEY", id="no secret"),
        pytest.param({"LEARNT_SECRET_KEY": "short"}, "too short", id="a short secret"),
        pytest.param({"LEARNT_SEAL_KEY": ""}, "LEARNT_SEAL_KEY", id="no seal"),
        pytest.param({"LEARNT_SEAL_KEY": "short"}, "too short", id="a short seal"),
        pytest.param({"LEARNT_DEBUG": "yes"}, "LEARNT_DEBUG", id="debug"),
        pytest.param({"LEARNT_HOSTS": ""}, "LEARNT_HOSTS", id="no hosts"),
        pytest.param({"LEARNT_HOSTS": "*"}, "no wildcard", id="any host"),
        pytest.param({"LEARNT_HOSTS": ".example.org"}, "no wildcard", id="any host below"),
    ],
)
def test_it_refuses_to_start(tmp_path: Path, changed: dict[str, str], told: str) -> None:
    done = run(tmp_path, "-c", "import learnt.web.settings", **(SAFE | changed))
    assert done.returncode != 0
    assert told in done.stderr
    assert not list(tmp_path.iterdir()), "it made no key of its own"


def test_it_serves_over_https_only(tmp_path: Path) -> None:
    done = run(tmp_path, "-c", ASK, **SAFE)
    assert done.stdout.strip() == (
        '{"cookies": [true, true, true, true], "debug": false, '
        '"hsts": "max-age=31536000; includeSubDomains", '
        '"plain": [301, "https://library.example.org/robots.txt"], "wrong": 400}'
    ), done.stderr


def test_djangos_own_checks_find_nothing(tmp_path: Path) -> None:
    done = run(tmp_path, "-m", "learnt.web", "check", "--deploy", "--fail-level", "INFO", **SAFE)
    assert done.returncode == 0, done.stderr


def test_a_library_on_ones_own_machine_needs_nothing_set(tmp_path: Path) -> None:
    home = tmp_path / "library"
    done = run(home, "-c", "import learnt.web.settings as s; print(s.DEBUG, len(s.SECRET_KEY))")
    assert done.stdout.split() == ["False", "86"], done.stderr
    assert home.stat().st_mode & 0o077 == 0
    assert all(file.stat().st_mode & 0o077 == 0 for file in home.iterdir())


def test_a_copy_of_postgresql_is_left_to_its_own_tool(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        *("-m", "learnt", "library", "--home", str(tmp_path), "backup", str(tmp_path / "copy")),
        DATABASE_URL="postgres://nobody@127.0.0.1:1/none",
    )
    assert done.returncode != 0
    assert done.stderr.count("\n") == 1
    assert "pg_dump" in done.stderr
