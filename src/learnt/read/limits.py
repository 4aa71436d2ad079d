"""How much one file may cost before it is given up, and how a process holds itself to that.

The operating system keeps the limits (`setrlimit`, see getrlimit(2)), so a parser cannot forget
them. Where the platform has none (Windows), the parent's clock alone is left.
"""

import math
import sys

import msgspec

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]  # tested before each use

MEGABYTE = 1024 * 1024
LARGEST_SCRATCH_FILE = 2048 * MEGABYTE


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What reading one file may cost.

    `seconds` is for the whole file; each page that goes through OCR adds `seconds_per_scan`, and
    `most_seconds` is never passed. `memory_mb` is what the parser may allocate and `max_bytes` the
    largest file that is opened at all.
    """

    seconds: float = 180.0
    seconds_per_scan: float = 20.0
    most_seconds: float = 7200.0
    memory_mb: int = 2048
    max_bytes: int = 300_000_000

    def __post_init__(self) -> None:
        """Refuse limits under which nothing could be read."""
        least = min(self.seconds, self.most_seconds, self.memory_mb, self.max_bytes)
        if least <= 0 or self.seconds_per_scan < 0:
            raise ValueError("each limit must be greater than nought")


def confine_process(limits: Limits) -> None:
    """Hold this process, and those it starts, to `limits` from now on."""
    if resource is None:
        return
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, LARGEST_SCRATCH_FILE)
    if sys.platform != "darwin":  # macOS refuses both
        # Mapped files (fonts, OCR models) count towards the address space, not towards the data.
        _lower(resource.RLIMIT_DATA, limits.memory_mb * MEGABYTE)
        _lower(resource.RLIMIT_AS, 2 * limits.memory_mb * MEGABYTE)
    _lower(resource.RLIMIT_CPU, math.ceil(limits.seconds), math.ceil(limits.most_seconds))


def allow_scan(limits: Limits) -> None:
    """Add the processor time of one scanned page to what this process may use."""
    if resource is None:
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if soft != resource.RLIM_INFINITY:
        _lower(resource.RLIMIT_CPU, soft + math.ceil(limits.seconds_per_scan), hard)


def _lower(kind: int, soft: int, hard: int | None = None) -> None:
    """Set a limit, never above the one the process was born with."""
    _, ceiling = resource.getrlimit(kind)
    hard = soft if hard is None else hard
    if ceiling != resource.RLIM_INFINITY:
        hard = min(hard, ceiling)
    resource.setrlimit(kind, (min(soft, hard), hard))
