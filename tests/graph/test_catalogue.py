import re
from pathlib import Path

import pytest

from graph.catalogue import FOLDER, Filters, ParameterType, catalogue, load, parse
from graph.errors import InputError, NotFoundError
from graph.model import EdgeType

FILTER_LINES = """  // filters
  f.status IN $status AND f.confidence >= $min_confidence
  AND ($known_by IS NULL OR f.known <= $known_by)
  AND ((f.date_from IS NULL AND $undated) OR (f.date_from <= $during_to AND f.date_to >= $during_from))
  // end of filters
"""
FILTER_PARAMETERS = {"during_from", "during_to", "known_by", "min_confidence", "status", "undated"}
WRITES = re.compile(r"\b(CREATE|MERGE|DELETE|SET|REMOVE|DROP|LOAD|FOREACH)\b")

questions = pytest.mark.parametrize("question", list(catalogue()), ids=lambda q: q.name)


def test_the_catalogue_has_the_questions_of_the_design():
    names = """
        hosts-of-trainees trainee-cohorts benchmarks benchmarked-by delegations visitors living-rooms evidence itinerary
        signings policies establishments people timeline between paths neighbours
    """
    assert {q.name for q in catalogue()} >= set(names.split())


@questions
def test_questions_about_facts_filter_by_the_same_lines(question):
    assert (FILTER_LINES in question.statement) == (question.filters is Filters.FACTS)


@questions
def test_a_statement_uses_the_parameters_of_its_header_and_no_others(question):
    body = "\n".join(line for line in question.statement.splitlines() if not line.startswith("//"))
    used = set(re.findall(r"\$([a-z_]+)", body))
    filters = FILTER_PARAMETERS if question.filters is Filters.FACTS else set()
    assert used == set(question.parameters) | filters | {"skip", "limit"}


@questions
def test_no_statement_writes(question):
    body = "\n".join(line for line in question.statement.splitlines() if not line.strip().startswith("//"))
    assert not WRITES.search(body)


@questions
def test_rows_are_ordered_to_the_last_and_returned_under_the_names_of_the_columns(question):
    tail = question.statement[question.statement.rindex("RETURN ") :]
    assert re.search(r"ORDER BY .*(id|ids)\b", tail)
    for column in question.columns:
        assert re.search(rf" AS {column}\b", tail)


@questions
def test_wordings_name_parameters_only(question):
    for wording in question.wordings:
        for text in filter(None, (wording.zh, wording.en)):
            assert set(re.findall(r"\{(\w+)\}", text)) <= set(question.parameters)


def test_kinds_of_neighbours_are_the_edge_types_of_the_model():
    assert set(catalogue()["neighbours"].parameters["type"].values) == set(EdgeType)


HEADER = "// question: a\n// zh: 甲\n// en: a\n// columns: {x: text}\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("// question: a\n", "no statement"),
        ("// question: [\nRETURN 1", "YAML"),
        ("// - a\nRETURN 1", "mapping"),
        ("// question: a\n// zh: x\n// en: y\nRETURN 1", "columns"),
        (HEADER.replace("text", "colour") + "RETURN 1 AS x", "columns.x.type"),
        (HEADER + "// colour: red\nRETURN 1 AS x", "colour"),
        (HEADER + "// parameters: {k: {type: kind, zh: 类, en: kind}}\nRETURN 1 AS x", "values"),
    ],
)
def test_a_bad_header_says_what_and_where(text, says):
    with pytest.raises(InputError) as raised:
        parse(text, "a.cypher")
    assert raised.value.where == "a.cypher"
    assert says in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_file_is_named_after_its_question(tmp_path):
    (tmp_path / "b.cypher").write_text(HEADER + "RETURN 1 AS x", "utf-8")
    with pytest.raises(InputError, match=r"b\.cypher"):
        load(tmp_path)


def test_an_unknown_question_brings_the_nearest():
    with pytest.raises(NotFoundError) as raised:
        catalogue()["benchmark"]
    assert "benchmarks" in raised.value.nearest


def test_every_file_of_the_folder_is_a_question():
    assert len(catalogue()) == len(list(Path(FOLDER).glob("*.cypher")))
    assert all(isinstance(p.type, ParameterType) for q in catalogue() for p in q.parameters.values())


@questions
def test_every_column_has_a_heading_in_both_languages(question):
    for name, column in question.columns.items():
        assert re.search(r"[\u4e00-\u9fff]", column.zh), name
        assert column.en.isascii()
