"""`tashan question` and `tashan search`: asking on the command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from app import settings, wire
from app.console import print_json, print_table
from graph import lookups
from graph.answers import PAGE, Answer, FactFilters, answer
from graph.catalogue import Catalogue, Filters, Parameter, ParameterType, Question, catalogue
from graph.connection import connect
from graph.model import Label, Status

SENTENCE = 80


class Questions(click.Group):
    """A command for each question of the catalogue, made from its header."""

    def __init__(self, *args: Any, questions: Callable[[], Catalogue] = catalogue, **options: Any) -> None:
        super().__init__(*args, **options)
        self._questions = questions

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the questions."""
        return [question.name for question in self._questions()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command of a question; an unknown one is a NotFoundError with the nearest names."""
        return _command(self._questions()[cmd_name])


@click.command(cls=Questions)
def question() -> None:
    """Answer a question of the catalogue. 回答一个问题。"""


@click.command()
@click.argument("text")
@click.option("--label", type=click.Choice([label.value for label in Label]), help="Only this kind. 实体类别")
@click.option("--limit", type=click.IntRange(1, 100), default=20, show_default=True, help="Most hits. 条数")
@click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
def search(text: str, label: str | None, limit: int, as_json: bool) -> None:
    """Find names in the graph. 检索名称。"""
    with connect(settings.load().connection()) as connection:
        hits = lookups.search(connection, text, Label(label) if label else None, limit)
    if as_json:
        print_json({"query": text, "hits": hits})
        return
    print_table(
        ["名称 name", "类别 label", "别名 aliases", "id"],
        [[hit["name"], hit["label"], "、".join(hit["aliases"]), hit["id"]] for hit in hits],
    )


def _command(asked: Question) -> click.Command:
    options: list[click.Parameter] = [_option(name, parameter) for name, parameter in asked.parameters.items()]
    if asked.filters is Filters.FACTS:
        options += _filter_options()
    options += [
        click.Option(["--limit"], type=click.IntRange(1), default=PAGE, show_default=True, help="Rows of a page. 行数"),
        click.Option(["--after"], help="Cursor of the page before. 翻页游标"),
        click.Option(["--json", "as_json"], is_flag=True, help="JSON as over HTTP instead of a table."),
    ]

    def run(limit: int, after: str | None, as_json: bool, **values: Any) -> None:
        filters = FactFilters(
            during_from=values.pop("during_from", None),
            during_to=values.pop("during_to", None),
            known_by=values.pop("known_by", None),
            min_confidence=values.pop("min_confidence", 0.0),
            status=tuple(Status(s) for s in values.pop("status", ())),
            undated=values.pop("undated", None),
        )
        given = {name.removeprefix("value_of_"): value for name, value in values.items()}
        with connect(settings.load().connection()) as connection:
            found = answer(connection, asked, given, filters, limit=limit, after=after)
        _print(found, as_json)

    return click.Command(asked.name, callback=run, params=options, help=f"{asked.en}\n\n{asked.zh}")


def _option(name: str, parameter: Parameter) -> click.Option:
    kind: Any = None
    if parameter.type is ParameterType.INTEGER:
        kind = click.INT
    elif parameter.type is ParameterType.KIND:
        kind = click.Choice(list(parameter.values))
    example = f" (e.g. {parameter.example})" if parameter.example is not None else ""
    return click.Option(
        [f"--{name.replace('_', '-')}", f"value_of_{name}"],
        type=kind,
        required=parameter.required,
        help=f"{parameter.en} {parameter.zh}{example}",
    )


def _filter_options() -> list[click.Parameter]:
    return [
        click.Option(["--during-from"], help="Happened on or after. 事件起始日期"),
        click.Option(["--during-to"], help="Happened on or before. 事件截止日期"),
        click.Option(["--known-by"], help="Published until. 报道截止日期"),
        click.Option(["--min-confidence"], type=click.FloatRange(0, 1), default=0.0, help="Least. 最低置信度"),
        click.Option(["--status"], type=click.Choice([s.value for s in Status]), multiple=True, help="Status. 状态"),
        click.Option(["--undated"], type=click.Choice(["include", "exclude"]), help="Facts without date. 无日期的事实"),
    ]


def _print(found: Answer, as_json: bool) -> None:
    if as_json:
        model = wire.answer_model(found.question)
        print_json(model.model_validate(wire.answer_body(found, found.after)).model_dump(mode="json"))
        return
    shown = {n: c for n, c in found.question.columns.items() if c.type not in {"fact", "facts"}}
    print_table(
        [f"{column.zh} {name}" for name, column in shown.items()] + ["出处 evidence"],
        [[_cell(row[name]) for name in shown] + [_sentence(row)] for row in found.rows],
    )
    for note in found.notes:
        click.echo(note.text, err=True)
    if found.after:
        click.echo(f"more rows: --after {found.after}", err=True)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        return str(value["name"])
    if isinstance(value, list):
        return "、".join(_cell(part) for part in value)
    return str(value)


def _sentence(row: dict[str, Any]) -> str:
    if not row["evidence"]:
        return ""
    piece = row["evidence"][0]
    text = piece["text"] if len(piece["text"]) <= SENTENCE else piece["text"][:SENTENCE] + "…"
    return f"{text} [{piece['article']}:{piece['start']}-{piece['end']}]"
