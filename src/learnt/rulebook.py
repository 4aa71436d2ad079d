"""Loads the data in `rules/` into typed records and checks it at once."""

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, cast

import msgspec

from learnt.errors import BadRule

T = TypeVar("T")


def load(name: str, kind: type[T]) -> T:
    """Give the rules file `name` (such as `headings.toml`) as a record of type `kind`.

    Raises `BadRule`, naming file and key, where the file does not fit the type.
    """
    wanted: Any = kind
    return cast(T, _load(name, wanted))


@cache
def _load(name: str, kind: Any) -> Any:
    data = files("learnt.rules").joinpath(name).read_bytes()
    try:
        return msgspec.toml.decode(data, type=kind)
    except msgspec.MsgspecError as error:
        raise BadRule(f"rules/{name}: {error}") from error


@cache
def mark_of_rules() -> str:
    """Give a mark of all rules in use: two installations with the same mark have the same rules.

    It is the beginning of a SHA-256 over the names and bytes of `rules/`.
    """
    total = hashlib.sha256()
    for file in sorted(files("learnt.rules").iterdir(), key=lambda one: one.name):
        if file.name.endswith((".toml", ".csv")):
            total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()[:12]
