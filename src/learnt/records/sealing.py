"""The seal of what the public may see: a keyed hash over a record's content.

A record that bears a seal cannot be made, changed or read back without it, so that nothing reaches
the public that has not passed the gate (`learnt.deidentify.gate`, which alone sets seals). It guards
against mistakes of programs and against records altered in a store, not against whoever holds the key.

The key is `LEARNT_SEAL_KEY` of the environment or what `use_key` was given; without either, one is
drawn for this process and those that it starts, and what it sealed is no longer good afterwards.
Method: HMAC (RFC 2104) with SHA-256, from Python's standard library.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import UNSET

from learnt.errors import BrokenSeal

KEY_VARIABLE = "LEARNT_SEAL_KEY"
SEAL = "seal"


def use_key(key: str) -> None:
    """Seal and check with `key` from now on, in this process and those that it starts."""
    if not key.strip():
        raise ValueError("the key of the seal is empty")
    os.environ[KEY_VARIABLE] = key.strip()


def seal_of(kind: str, content: Mapping[str, Any]) -> str:
    """Give the seal of a record of type `kind` with the fields `content` (hexadecimal)."""
    told = {name: value for name, value in content.items() if name != SEAL and value is not UNSET}
    body = msgspec.json.encode(told, order="deterministic")
    return hmac.new(_key(), kind.encode() + b"\0" + body, "sha256").hexdigest()


def _key() -> bytes:
    key = os.environ.get(KEY_VARIABLE)
    if not key:
        key = os.environ[KEY_VARIABLE] = secrets.token_hex(32)
    return key.encode()


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """A record that the public may see; making or reading one raises `BrokenSeal` if its seal is wrong."""

    seal: str = ""

    def __post_init__(self) -> None:
        if not self.is_whole():
            raise BrokenSeal(type(self).__name__)

    def is_whole(self) -> bool:
        """Whether the seal fits the content and the key in use."""
        content = {name: getattr(self, name) for name in self.__struct_fields__}
        return hmac.compare_digest(seal_of(type(self).__name__, content), self.seal)
