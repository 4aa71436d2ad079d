"""Reads each untrusted file in a process of its own, with limits of time and memory.

A subprocess running a module, not `multiprocessing`: the latter imports the caller's script again,
and `learnt.read("x.pdf")` must work in a script without a `__main__` guard.
"""

import contextlib
import logging
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO, BinaryIO

import msgspec

from learnt.errors import Unreadable
from learnt.read.limits import MEGABYTE, Limits
from learnt.read.opening import one_line, open_checked
from learnt.read.worker import DOCUMENT, SCAN, UNREADABLE, Order
from learnt.records import Document

log = logging.getLogger(__name__)

POSIX = os.name == "posix"
PASSED_ON = (
    *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    *("TESSDATA_PREFIX", "PYTHONHOME", "PYTHONPATH", "SYSTEMROOT", "PATHEXT", "COMSPEC"),
)
"""The parent's variables that the worker sees; its others may hold secrets."""
TAIL = 4096
_running: "set[subprocess.Popen[bytes]]" = set()
OUT_OF_MEMORY = ("MemoryError", "bad_alloc", "out of memory", "Cannot allocate memory")


def read_file(
    path: str | os.PathLike[str], *, limits: Limits | None = None, ocr: bool = True
) -> Document:
    """Read the file at `path` in a process of its own, and give it as a Document.

    Raises `Unreadable` with one line for a file that is missing, no file, empty, too large,
    encrypted, damaged or unsupported, or that passes `limits`.
    """
    limits = limits or Limits()
    path = Path(path)
    with open_checked(path, limits) as file:
        folder = tempfile.mkdtemp(prefix="learnt-")
        try:
            return _read_apart(file, path.name, limits, ocr, folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def parse_in_process(
    path: str | os.PathLike[str], *, limits: Limits | None = None, ocr: bool = True
) -> Document:
    """Parse a trusted file in this process: no start-up, but only its size is limited."""
    from learnt.read.dispatch import parse

    path = Path(path)
    with open_checked(path, limits or Limits()) as file:
        return parse(file.read(), path.name, ocr=ocr)


def stop_workers() -> None:
    """Kill the workers of this process's other threads, which an interrupt does not reach.

    Their `read_file` raises `Unreadable` then; for who is about to leave a pool of threads.
    """
    for process in list(_running):
        _kill(process)


def _read_apart(file: BinaryIO, name: str, limits: Limits, ocr: bool, folder: str) -> Document:
    """Start the worker, wait for its answer, and leave no process of it behind."""
    stay, hold = os.pipe() if POSIX else (-1, -1)
    order = Order(name.encode("utf-8", "replace").decode(), limits, ocr, stay)
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(
                [
                    sys.executable,
                    "-P",
                    "-m",
                    "learnt.read.worker",
                    msgspec.json.encode(order).decode(),
                ],
                stdin=file,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=folder,
                env=_environment(folder),
                start_new_session=POSIX,
                pass_fds=(stay,) if POSIX else (),
            )
            _running.add(process)
            try:
                answer = _collect(process, order)
                _await_end(process)
            finally:
                _running.discard(process)
                _kill(process)
                process.wait()
            return _interpret(answer, process.returncode, errors, order)
        finally:
            for pipe in (stay, hold):
                if pipe >= 0:
                    os.close(pipe)


def _environment(folder: str) -> dict[str, str]:
    """Give the few variables that the worker needs; its home is its own scratch folder."""
    kept = {key: os.environ[key] for key in PASSED_ON if key in os.environ}
    roots = [str(Path(__file__).parents[2]), kept.get("PYTHONPATH", "")]
    return kept | {
        "PYTHONPATH": os.pathsep.join(root for root in roots if root),
        "PYTHONIOENCODING": "utf-8",
        "HOME": folder,
        "TMPDIR": folder,
        "TEMP": folder,
        "TMP": folder,
        "OMP_THREAD_LIMIT": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }


def _collect(process: "subprocess.Popen[bytes]", order: Order) -> bytes:
    """Take what the worker writes until it ends; each scanned page begun moves the deadline."""
    limits = order.limits
    chunks: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    assert process.stdout is not None
    threading.Thread(target=_pump, args=(process.stdout, chunks), daemon=True).start()
    begun = time.monotonic()
    answer, scans = bytearray(), 0
    while True:
        allowed = min(limits.seconds + scans * limits.seconds_per_scan, limits.most_seconds)
        try:
            chunk = chunks.get(timeout=max(0.0, begun + allowed - time.monotonic()))
        except queue.Empty:
            raise _too_slow(order.name, allowed) from None
        if not chunk:
            return bytes(answer)
        if not answer:
            rest = chunk.lstrip(SCAN)
            scans += len(chunk) - len(rest)
            chunk = rest
        answer += chunk


def _pump(stream: IO[bytes], chunks: "queue.SimpleQueue[bytes]") -> None:
    """Hand over what comes through the pipe, and nothing (b"") at its end."""
    with stream:
        while chunk := os.read(stream.fileno(), MEGABYTE):
            chunks.put(chunk)
    chunks.put(b"")


def _await_end(process: "subprocess.Popen[bytes]") -> None:
    """Wait for the worker to end, without reaping it where that can be helped.

    Until it is reaped its group's number cannot become another's, so what it left behind can be
    killed by that number.
    """
    if hasattr(os, "waitid"):
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    else:
        process.wait()


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Kill a worker that is not reaped yet, and its group."""
    if POSIX:
        with contextlib.suppress(ProcessLookupError, PermissionError):  # the group is empty
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()


def _interpret(answer: bytes, code: int, errors: IO[bytes], order: Order) -> Document:
    """Turn the worker's answer, or the way it ended without one, into a Document or an error."""
    kind, body = answer[:1], answer[1:]
    try:
        if kind == DOCUMENT:
            return msgspec.msgpack.decode(body, type=Document)
        if kind == UNREADABLE:
            raise Unreadable(*msgspec.msgpack.decode(body, type=tuple[str, str, str, int | None]))
    except msgspec.MsgspecError:
        log.debug("%s: the worker's answer was cut short", order.name)
    trace = _tail(errors)
    log.debug("%s: the worker ended with %s\n%s", order.name, code, trace)
    raise _unexpected_end(code, trace, order)


def _unexpected_end(code: int, trace: str, order: Order) -> Unreadable:
    if POSIX and code == -signal.SIGXCPU:
        return _too_slow(order.name, order.limits.seconds)
    killed = POSIX and code in (-signal.SIGKILL, -signal.SIGABRT, -signal.SIGTRAP, -signal.SIGILL)
    if killed or any(sign in trace for sign in OUT_OF_MEMORY):
        advice = (
            f"reading it took more than {order.limits.memory_mb:,} MB of memory; "
            "raise the limit, or print the file to a new PDF"
        )
        return Unreadable(order.name, "memory", advice)
    last = f"signal {-code}" if code < 0 else trace.strip().rpartition("\n")[2] or f"exit {code}"
    advice = f"it is damaged or badly made ({one_line(last)}); save or print it anew and try again"
    return Unreadable(order.name, "damaged", advice)


def _too_slow(name: str, seconds: float) -> Unreadable:
    advice = f"reading it took more than {seconds:,.0f} seconds; raise the limit or split the file"
    return Unreadable(name, "timeout", advice)


def _tail(file: IO[bytes]) -> str:
    file.seek(max(0, file.seek(0, os.SEEK_END) - TAIL))
    return file.read().decode("utf-8", "replace")
