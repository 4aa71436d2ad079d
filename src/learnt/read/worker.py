"""The process in which one untrusted file is parsed: `python -m learnt.read.worker ORDER`.

The file comes in on standard input. What goes out on standard output is a dot for each scanned page
begun (so that the parent's clock gives it time), then `D` and the Document, or `U` and the parts of
an `Unreadable`, as MessagePack. Anything else (a traceback, a signal) is the parent's to interpret.
"""

import os
import signal
import sys
import threading
from functools import partial
from typing import BinaryIO

import msgspec

from learnt.errors import Unreadable
from learnt.read.limits import Limits, allow_scan, confine_process

SCAN, DOCUMENT, UNREADABLE = b".", b"D", b"U"


class Order(msgspec.Struct, frozen=True):
    """What the parent asks for: the file's name, the limits, whether scans go through OCR."""

    name: str
    limits: Limits
    ocr: bool = True
    lifeline: int = -1
    """A pipe that the parent holds open; when it closes, the parent is gone."""


def main() -> None:
    """Parse the file on standard input as the order in the first argument says."""
    order = msgspec.json.decode(sys.argv[1], type=Order)
    confine_process(order.limits)
    if order.lifeline >= 0:
        threading.Thread(target=_die_with_parent, args=(order.lifeline,), daemon=True).start()
    out = _private_output()
    out.write(_answer(sys.stdin.buffer.read(), order, out))
    out.flush()
    # Parsers' own clean-up can crash after the answer stands; nothing here outlives the process.
    os._exit(0)


def _answer(data: bytes, order: Order, out: BinaryIO) -> bytes:
    from learnt.read.dispatch import parse

    try:
        begun = partial(_tell_scan, out, order.limits)
        document = parse(data, order.name, ocr=order.ocr, scan_begun=begun)
        return DOCUMENT + msgspec.msgpack.encode(document)
    except Unreadable as error:
        return UNREADABLE + msgspec.msgpack.encode(error.__reduce__()[1])


def _tell_scan(out: BinaryIO, limits: Limits) -> None:
    allow_scan(limits)
    out.write(SCAN)
    out.flush()


def _private_output() -> BinaryIO:
    """Keep standard output for the answer alone; what libraries print goes to standard error."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return out


def _die_with_parent(lifeline: int) -> None:
    """Wait for the parent's end of the pipe to close, then end this process and its children."""
    os.read(lifeline, 1)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    main()
