"""A file is there whole or not at all."""

from pathlib import Path

import pytest

from learnt.export import files


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "out.json"
    files.write_whole(path, b"one")
    files.write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"old")

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", stop)
    with pytest.raises(KeyboardInterrupt):
        files.write_whole(path, b"new")
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.json"]
    assert path.read_bytes() == b"old"


def test_permissions_stay(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(b"old")
    path.chmod(0o600)
    files.write_whole(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o600
