"""Bad articles on the command line: one line each that says what and where, and the good ones are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.samples import SAMPLES, Finished, run

GOOD = "weihai-room-2020"
NO_ENCODING = bytes([0x00, 0xFF, 0xFE, 0x80, 0x81, 0x00, 0x9F, 0xC0, 0xC1]) * 40
BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "is empty"),
    "bytes.txt": (NO_ENCODING, "is not text in any known encoding"),
    "line.txt": (b"x" * 50_000_000, "larger than"),
    "front.md": ("---\npublished: yesterday\n---\n青岛学习深圳。".encode(), "is no date"),
    "yaml.md": ("---\ntitle: [\n---\n青岛学习深圳。".encode(), "front matter"),
}
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("TASHAN_")}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("out")


@pytest.fixture(scope="module")
def mixed(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """A folder with a good article among bad ones, read."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / f"{GOOD}.md").write_bytes((SAMPLES / f"{GOOD}.md").read_bytes())
    for name, (data, _) in BAD.items():
        (folder / name).write_bytes(data)
    return run("extract", folder, "--out", out, env=ENVIRONMENT)


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_gets_one_line(name: str, mixed: Finished) -> None:
    lines = [line for line in mixed.err.splitlines() if name in line]
    assert len(lines) == 1
    assert BAD[name][1] in lines[0]


def test_the_good_one_is_read_and_the_status_is_1(mixed: Finished, out: Path) -> None:
    assert mixed.status == 1
    assert [path.stem for path in out.glob("*.jsonl")] == [GOOD]
    assert len(mixed.err.splitlines()) == len(BAD) + 1
    assert "Traceback" not in mixed.err
    assert mixed.out == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["{folder}/nowhere"], "there is no such file or folder"),
        (["{folder}", "--index", "{folder}/none.jsonl"], "index cannot be read"),
        (["{folder}/empty.txt"], "is empty"),
    ],
)
def test_nothing_to_read(arguments: list[str], says: str, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("extract", *(a.format(folder=tmp_path) for a in arguments), "--out", tmp_path / "out", env=ENVIRONMENT)
    assert done.status == 1
    assert says in done.err
    assert str(tmp_path) in done.err
    assert "Traceback" not in done.err
