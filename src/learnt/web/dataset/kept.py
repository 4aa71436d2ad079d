"""Files of the dataset that are kept for as long as the catalogue stays as it is."""

import shutil
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

from learnt import __version__
from learnt.rulebook import mark_of_rules
from learnt.web.dataset import edition
from learnt.web.dataset.writing import write_xlsx, write_zip

WRITERS: dict[str, Callable[[Path], edition.State]] = {"zip": write_zip, "xlsx": write_xlsx}


def folder() -> Path:
    """Give where the files are."""
    return Path(settings.HOME) / "dataset"


def mark_of(state: edition.State) -> str:
    """Give a mark that tells files of this state, made by this software, from all others."""
    at = f"{state.at:%Y%m%dT%H%M%S%f}" if state.at else "never"
    return f"{__version__}-{mark_of_rules()}-{at}-{state.number}-{state.groups}"


def keep(form: str) -> Path:
    """Give the dataset as a file of the present catalogue; written at the first call after a change."""
    path = folder() / f"{mark_of(edition.current())}.{form}"
    if path.exists():
        return path
    state = WRITERS[form](path)
    right = folder() / f"{mark_of(state)}.{form}"
    if right != path:
        path.rename(right)
    for old in folder().glob(f"*.{form}"):
        if old != right:
            old.unlink(missing_ok=True)
    return right


def forget() -> None:
    """Take the files away: the catalogue has changed, and something may have been taken off it."""
    shutil.rmtree(folder(), ignore_errors=True)
