"""A reading is valid whole or not at all, and what is wrong is said by file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graph.errors import ReadingError
from graph.reading_file import check, dump_reading, parse_reading, read_reading
from tests.graph.reading_builder import ReadingBuilder


def lines() -> list[dict[str, Any]]:
    builder = ReadingBuilder()
    city = builder.node("City", "青岛")
    batch = builder.node(
        "Delegation",
        "第三批",
        kind="trainee_cohort",
        origin="青岛",
        destinations=["深圳"],
        start="2020-04-15",
        headcount=None,
    )
    builder.edge("DISPATCHED", city, batch, date="2020-04-15")
    parts = [json.loads(line) for line in dump_reading(builder.build()).splitlines()]
    parts[2]["claims"] = [{"property": "headcount", "value": 150, "approximate": False, "start": 0, "end": 3}]
    return [*parts, {"kind": "total", "property": "headcount", "value": 457, "batches": 3, "start": 0, "end": 5}]


def text(parts: list[Any]) -> list[str]:
    return [part if isinstance(part, str) else json.dumps(part, ensure_ascii=False) for part in parts]


def test_a_good_reading_is_read() -> None:
    reading = parse_reading(text(lines()))
    assert (len(reading.nodes), len(reading.edges), len(reading.totals)) == (2, 1, 1)
    assert parse_reading(dump_reading(reading).split("\n")) == reading
    check(reading)


def change(at: int, **values: Any) -> list[dict[str, Any]]:
    parts = lines()
    parts[at].update(values)
    return parts


BAD: list[tuple[str, list[Any], int, str]] = [
    ("nothing", [], 1, "first line must be the article"),
    ("no article", lines()[1:], 1, "first line must be the article"),
    ("two articles", [*lines(), lines()[0]], 6, "one article"),
    ("no JSON", [*lines(), "{"], 6, "no JSON"),
    ("no object", [*lines(), "[1]"], 6, "kind must be one of"),
    ("unknown kind", [*lines(), {"kind": "note"}], 6, "kind must be one of"),
    ("unknown label", change(1, label="Village"), 2, "label"),
    ("unknown type", change(3, type="LIKES"), 4, "type"),
    ("unknown field", change(1, colour="red"), 2, "colour"),
    ("empty name", change(1, name=""), 2, "name"),
    ("blank name", change(1, name="  "), 2, "blank name"),
    ("id twice", change(2, id="n0"), 3, "stands twice"),
    ("dangling source", change(3, source="nowhere"), 4, "no node 'nowhere' (source)"),
    ("dangling target", change(3, target="nowhere"), 4, "no node 'nowhere' (target)"),
    ("forbidden end", change(3, type="LED"), 4, "its source may not be a City"),
    ("wrong kind", change(3, type="VISITED", source="n1", target="n0"), 4, "kind business or study_tour"),
    ("edge to itself", change(3, type="SIGNED_WITH", target="n0"), 4, "to itself"),
    ("no evidence", change(3, evidence=[]), 4, "evidence"),
    ("evidence elsewhere", change(3, evidence=[lines()[3]["evidence"][0] | {"article": "b"}]), 4, "another article"),
    ("mention elsewhere", change(1, mentions=[{"article": "b", "start": 0, "end": 1}]), 2, "another article"),
    ("backward span", change(1, mentions=[{"article": "a1", "start": 3, "end": 1}]), 2, "lies before"),
    ("confidence", change(3, evidence=[lines()[3]["evidence"][0] | {"confidence": 1.5}]), 4, "confidence"),
    ("no such day", change(3, properties={"date": "2019-02-30"}), 4, "date that exists"),
    ("no such month", change(0, published="2019-13"), 1, "no date 2019-13"),
    ("status", change(3, properties={"status": "hoped"}), 4, "no status"),
    ("unknown property", change(3, properties={"mood": "good"}), 4, "no property 'mood'"),
    ("date of what holds", change(3, type="LED", properties={"date": "2019"}), 4, "its source may not"),
    ("no kind", change(2, properties={}), 3, "kind must be one of"),
    ("odd kind", change(2, properties={"kind": "holiday"}), 3, "kind must be one of"),
    ("text as number", change(2, properties={"kind": "study_tour", "ordinal": "3"}), 3, "whole number"),
    ("truth as number", change(2, properties={"kind": "study_tour", "ordinal": True}), 3, "whole number"),
    ("property of a place", change(1, properties={"mayor": "x"}), 2, "no property 'mayor'"),
    ("claim", change(2, claims=[{"property": "weight", "value": 1, "start": 0, "end": 1}]), 3, "no claim 'weight'"),
    ("anchor", change(1, anchor="city:qingdao"), 2, "no anchor"),
    ("anchor of another label", change(1, label="Site", anchor="city:370200"), 2, "no anchor of a Site"),
    ("another model", change(0, model=9), 1, "model 9"),
    ("checksum", change(0, sha256="abc"), 1, "sha256"),
]


@pytest.mark.parametrize(("parts", "line", "what"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_what_is_wrong_is_said_with_its_line(parts: list[Any], line: int, what: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text("\n".join(text(parts)), encoding="utf-8")
    with pytest.raises(ReadingError) as error:
        read_reading(path)
    assert str(error.value).startswith(f"{path}:{line}: ")
    assert what in str(error.value)
    assert "\n" not in str(error.value)


def test_a_line_without_end_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "long.jsonl"
    path.write_text(text(lines())[0] + "\n" + "x" * 5_000_000, encoding="utf-8")
    with pytest.raises(ReadingError, match=r"long.jsonl:2: a line of 5000000 characters"):
        read_reading(path)


def test_a_missing_file_and_other_bytes_are_errors(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match=r"none.jsonl: cannot be read: No such file"):
        read_reading(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"{\xff\xfe")
    with pytest.raises(ReadingError, match=r"bytes.jsonl: cannot be read: no UTF-8 at byte 1"):
        read_reading(tmp_path / "bytes.jsonl")


def test_check_names_the_part_of_a_reading_in_memory() -> None:
    builder = ReadingBuilder()
    city = builder.node("City", "青岛")
    builder.edge("LED", city, city)
    with pytest.raises(ReadingError, match=r"a1: edge n0 LED n0: LED: its source may not be a City"):
        check(builder.build())
