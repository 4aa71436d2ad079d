"""Files from anywhere: each gives a Document or one clear line, and nothing hangs or stays behind."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from learnt.errors import Unreadable
from learnt.read import Limits, parse_in_process, read_file, stop_workers
from learnt.read.sandbox import _environment, _unexpected_end
from learnt.read.worker import Order
from learnt.records import Document
from tests.read import hostile

QUICK = Limits(seconds=60)
SOURCE = Path(__file__).parents[2] / "src"
ENDLESS = 300_000
"""Pages; some minutes' work."""

Read = Callable[..., Document]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write bytes to a file of a name and read it apart."""

    def make(data: bytes, name: str = "report.pdf", limits: Limits = QUICK) -> Document:
        path = tmp_path / name
        path.write_bytes(data)
        return read_file(path, limits=limits)

    return make


def words(document: Document) -> str:
    texts = [block.printed for block in document.blocks]
    return " ".join(texts + [item.text for item in document.furniture])


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("plain.pdf", hostile.plain_pdf(), "application/pdf"),
        # a password that only forbids changing: every reader opens it
        ("owner.pdf", hostile.plain_pdf(owner="keeper"), "application/pdf"),
        # drawn again by itself, for ever
        ("recursive.pdf", hostile.recursive_form(), "application/pdf"),
        # pages that are not there
        ("boasting.pdf", hostile.boasting_tree(), "application/pdf"),
        ("negative.pdf", hostile.boasting_tree(-3), "application/pdf"),
        # 350 metres wide
        ("wide.pdf", hostile.one_page(hostile.shown(), (0, 0, 10**6, 10**6)), "application/pdf"),
        # called what they are not
        ("word.pdf", hostile.word_file(), "application/vnd.openxmlformats-officedocument"),
        ("pdf.docx", hostile.plain_pdf(), "application/pdf"),
        ("pdf", hostile.plain_pdf(), "application/pdf"),
    ],
)
def test_strange_files_are_read(read: Read, name: str, data: bytes, media_type: str) -> None:
    document = read(data, name)
    assert hostile.WORDS in words(document)
    assert document.name == name
    assert document.media_type.startswith(media_type)
    assert len(document.sha256) == 64
    assert document.language == "en" or len(words(document).split()) < 20


@pytest.mark.parametrize(
    ("name", "data", "causes"),
    [
        ("locked.pdf", hostile.plain_pdf(password="secret"), "encrypted"),
        ("cut.pdf", hostile.plain_pdf(30)[:9000], "damaged"),
        ("cut-early.pdf", hostile.plain_pdf()[:100], "damaged"),
        ("noise.pdf", b"%PDF-1.7\n" + random.Random(1).randbytes(90_000), "damaged"),
        ("noise.docx", b"PK\x03\x04" + random.Random(2).randbytes(90_000), "damaged"),
        ("noise.bin", random.Random(3).randbytes(90_000), "unsupported"),
        ("nothing.pdf", b"", "empty"),
        ("blanks.txt", b" \r\n\t\n", "empty"),
        ("blank-page.pdf", hostile.one_page(b""), "empty"),
        ("no-page.pdf", hostile.no_pages(), "no-pages"),
        ("looped.pdf", hostile.looped_tree(), "empty no-pages damaged"),
        ("bomb.docx", hostile.zip_bomb(1500), "too-large memory"),
        ("entities.docx", hostile.entity_bomb(), "damaged empty"),
    ],
)
def test_hopeless_files_give_one_line(read: Read, name: str, data: bytes, causes: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(data, name)
    message = str(caught.value)
    assert caught.value.cause in causes.split()
    assert message.startswith(name)
    assert "\n" not in message
    assert len(message) < 300


def test_entities_do_not_read_other_files(read: Read) -> None:
    assert "root:" not in words(read(hostile.peeping_entity(), "peeping.docx"))


def test_endless_file_is_given_up(read: Read) -> None:
    with pytest.raises(Unreadable) as caught:
        read(hostile.shared_page(ENDLESS), limits=Limits(seconds=1.0))
    assert caught.value.cause == "timeout"


def test_hungry_file_is_given_up(read: Read) -> None:
    with pytest.raises(Unreadable) as caught:
        read(hostile.inflating_page(400), limits=Limits(seconds=60, memory_mb=200))
    assert caught.value.cause == "memory"


def test_large_file_is_not_opened(read: Read) -> None:
    with pytest.raises(Unreadable) as caught:
        read(hostile.plain_pdf(), limits=Limits(max_bytes=500))
    assert caught.value.cause == "too-large"


@pytest.mark.parametrize("kind", ["missing", "folder", "pipe", "device", "long", "loop"])
def test_what_is_no_file_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / kind
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path = Path("/dev/zero")
    elif kind == "long":
        path = tmp_path / ("x" * 5000)
    elif kind == "loop":
        path.symlink_to(path)
    with pytest.raises(Unreadable) as caught:
        read_file(path)
    assert caught.value.cause in ("missing", "unsupported")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("code", "trace", "cause"),
    [
        (-signal.SIGSEGV, "", "damaged"),
        (-signal.SIGXCPU, "", "timeout"),
        # the kernel's own killer, and PDFium's end when it gets no memory
        (-signal.SIGKILL, "", "memory"),
        (-signal.SIGABRT, "terminate called: std::bad_alloc", "memory"),
        (1, "Traceback ...\nMemoryError", "memory"),
        (1, "Traceback ...\nKeyError: 'styles'", "damaged"),
        (0, "", "damaged"),
    ],
)
def test_each_end_has_its_cause(code: int, trace: str, cause: str) -> None:
    error = _unexpected_end(code, trace, Order("report.pdf", Limits()))
    assert error.cause == cause
    assert "\n" not in str(error)


def test_worker_sees_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("API_TOKEN", "secret")
    assert "secret" not in _environment("/nowhere").values()


def test_nothing_stays_in_the_scratch_folder(
    read: Read, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    scratch = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    read(hostile.plain_pdf())
    with pytest.raises(Unreadable):
        read(hostile.shared_page(ENDLESS), limits=Limits(seconds=0.5))
    assert list(scratch.iterdir()) == []


def test_modules_beside_the_reports_are_not_run(tmp_path: Path) -> None:
    """A folder of downloads may hold `docx.py`; it is neither data nor ours."""
    (tmp_path / "docx.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "report.docx").write_bytes(hostile.word_file())
    script = "import learnt; print(learnt.read('report.docx').blocks[0].text)"
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    run = subprocess.run(
        [sys.executable, "-P", "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stdout.strip() == "Recommendations", run.stderr


def test_script_needs_no_main_guard(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes(hostile.plain_pdf())
    script = tmp_path / "script.py"
    script.write_text("print('once')\nfrom learnt.read import read_file\nread_file('report.pdf')\n")
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    run = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=True,
    )
    assert run.stdout.split() == [b"once"]


def workers(marker: str) -> list[int]:
    """Give the ids of the worker processes that read the file called `marker`."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_bytes()
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if b"learnt.read.worker" in command and marker.encode() in command and state != "Z":
            found.append(int(folder.name))
    return found


def wait_for(condition: Callable[[], bool]) -> bool:
    for _ in range(1200):
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_worker_ends_with_its_parent(tmp_path: Path, sent: int) -> None:
    """An interrupt kills it at once; when the parent is killed, it notices by itself."""
    name = f"endless-{os.getpid()}-{sent}.pdf"
    (tmp_path / name).write_bytes(hostile.shared_page(ENDLESS))
    script = f"from learnt.read import read_file; read_file({name!r})"
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(SOURCE)},
        stderr=subprocess.DEVNULL,
    )
    try:
        assert wait_for(lambda: bool(workers(name)))
        parent.send_signal(sent)
        parent.wait(timeout=60)
        assert wait_for(lambda: not workers(name))
    finally:
        parent.kill()
        parent.wait()


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")
def test_other_threads_can_be_stopped(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    path = tmp_path / f"threaded-{os.getpid()}.pdf"
    path.write_bytes(hostile.shared_page(ENDLESS))
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(read_file, path)
        assert wait_for(lambda: bool(workers(path.name)))
        stop_workers()
        with pytest.raises(Unreadable):
            future.result(timeout=60)


def test_in_process_gives_the_same(read: Read, tmp_path: Path) -> None:
    apart = read(hostile.word_file(), "report.docx")
    assert parse_in_process(tmp_path / "report.docx") == apart


@pytest.mark.parametrize("wrong", [{"seconds": 0}, {"memory_mb": -1}, {"max_bytes": 0}])
def test_limits_of_nought_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="greater than nought"):
        Limits(**wrong)
