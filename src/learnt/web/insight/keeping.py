"""Keeps reports that were made, in the memory of this process, until anything they rest on changes.

Nothing is written down: what is kept ends with the process, and only the newest of each stays.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock

from learnt.reporting.making import Made, write_report

MOST = 8
"""Reports that are kept."""
LARGEST = 16_000_000
"""Bytes of files that are kept of one report."""


@dataclass(slots=True)
class Kept:
    """A report that was made, with files of it."""

    state: str
    made: Made
    files: dict[str, bytes] = field(default_factory=dict)

    def file(self, form: str) -> bytes:
        """Give the report as a file (`.pdf`); raises `CannotWrite`."""
        if form not in self.files:
            body = write_report(self.made, form)
            if len(body) + sum(map(len, self.files.values())) > LARGEST:
                return body
            self.files[form] = body
        return self.files[form]


class Shelf:
    """The newest reports of this process, each by what it is (`slot`) and what it was made from."""

    def __init__(self, most: int = MOST) -> None:
        self.most = most
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, slot: Hashable, state: str, make: Callable[[], Made]) -> Kept:
        """Give the report of a slot, made anew unless it was made from the same `state`.

        Whoever asks for the same report meanwhile waits for it.
        """
        with self._lock:
            making = self._making.setdefault(slot, Lock())
        with making:
            with self._lock:
                found = self._kept.get(slot)
            if found is None or found.state != state:
                found = Kept(state, make())
            self._put(slot, found)
            return found

    def _put(self, slot: Hashable, found: Kept) -> None:
        with self._lock:
            self._kept[slot] = found
            self._kept.move_to_end(slot)
            while len(self._kept) > self.most:
                gone, _ = self._kept.popitem(last=False)
                self._making.pop(gone, None)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()


shelf = Shelf()
