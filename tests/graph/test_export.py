from __future__ import annotations

import csv
import json

from graph.derive import Graph, derive
from graph.export import COLUMNS, Format, export_graph
from tests.graph.reading_builder import ReadingBuilder


def graph() -> Graph:
    builder = ReadingBuilder()
    city, firm = builder.node("City", "青岛"), builder.node("Enterprise", "=明灯,“科技”")
    builder.edge("LOCATED_IN", firm, city)
    return derive([builder.build()])


def test_the_canonical_export_is_sorted_json_with_all_four_lists() -> None:
    text = export_graph(graph())
    data = json.loads(text)
    assert list(data) == ["entities", "evidence", "facts", "keys"]
    for rows in (data["entities"], data["facts"], data["evidence"]):
        assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)
        assert all(list(row) == sorted(row) for row in rows)
    (evidence,) = data["evidence"]
    assert evidence["fact"] in {fact["id"] for fact in data["facts"]}
    assert {key["entity"] for key in data["keys"]} <= {entity["id"] for entity in data["entities"]}
    assert [fact.get("background") for fact in data["facts"]].count(True) == 2


def test_cytoscape_has_nodes_and_edges_with_data() -> None:
    elements = json.loads(export_graph(graph(), Format.CYTOSCAPE))["elements"]
    nodes = {node["data"]["id"] for node in elements["nodes"]}
    assert len(nodes) == 4
    assert all({edge["data"]["source"], edge["data"]["target"]} <= nodes for edge in elements["edges"])


def test_an_empty_graph_is_whole_in_every_format() -> None:
    empty = derive([])
    assert json.loads(export_graph(empty)) == {"entities": [], "facts": [], "evidence": [], "keys": []}
    assert json.loads(export_graph(empty, Format.CYTOSCAPE)) == {"elements": {"nodes": [], "edges": []}}
    assert list(csv.reader(export_graph(empty, Format.CSV).splitlines())) == [list(COLUMNS)]


def test_csv_is_one_table_that_no_spreadsheet_takes_for_formulas() -> None:
    rows = list(csv.DictReader(export_graph(graph(), Format.CSV).splitlines()))
    assert {row["kind"] for row in rows} == {"entity", "fact"}
    fact = next(row for row in rows if row["kind"] == "fact" and not row["background"])
    assert (fact["source_name"], fact["target_name"], fact["label"]) == ("'=明灯,“科技”", "青岛", "LOCATED_IN")
