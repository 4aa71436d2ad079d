"""Loads the data in `rules/` into typed records and checks it at once."""

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
