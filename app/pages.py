"""Pages for people: the start page with the main question answered, and an answer page for every question."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates
from markupsafe import Markup, escape

from app.dependencies import CatalogueDep, ConnectionDep
from graph import lookups
from graph.answers import answer
from graph.catalogue import Catalogue, Question
from graph.connection import Connection
from graph.errors import InputError, NotFoundError

router = APIRouter(include_in_schema=False)
templates = Jinja2Templates(Path(__file__).parent / "templates")

MAIN: Final = "hosts-of-trainees"
HOSTS: Final = 60
"""Hosts on the start page."""
WORDS: Final = {
    "done": "已发生",
    "planned": "计划中",
    "batch": "批次派驻",
    "unit": "单位所在",
    "batch and unit": "批次派驻、单位所在",
    "sent": "派出",
    "took": "接收",
    "study_tour": "考察",
    "trainee_cohort": "实训",
    "business": "商务",
    "in": "指向它",
    "out": "由它指出",
    "BENCHMARKS_AGAINST": "对标",
    "VISITED": "考察",
    "TRAINED_IN": "实训于",
    "HOSTED": "接收",
    "DISPATCHED": "派出",
    "LED": "率领",
    "SIGNED_WITH": "签约",
    "ISSUED": "出台",
    "OPENED": "设立客厅",
    "SERVES": "服务于",
    "LOCATED_IN": "位于",
    "ESTABLISHED_IN": "落户",
    "FOUNDED": "发起成立",
    "MEMBER_OF": "隶属",
    "HOLDS_POSITION": "任职",
    "MET": "会见",
}
"""Values of text columns in Chinese."""

Lang = Annotated[str | None, Query(pattern="^(zh|en)$")]


def _marked(text: str, words: list[str]) -> Markup:
    """A sentence with every one of some words that it has put into <mark>, the longest where they overlap."""
    found = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True) if word)
    if not found:
        return escape(text)
    # split by a group gives text and words in turn
    parts = re.split(f"({found})", text)
    return Markup("").join(Markup("<mark>{}</mark>").format(p) if at % 2 else p for at, p in enumerate(parts))


def _word(value: Any, zh: bool) -> str:
    text = str(value)
    return WORDS.get(text, text) if zh else text.replace("_", " ").lower() if text.isupper() else text


templates.env.filters |= {"marked": _marked, "word": _word}


@router.get("/", response_class=HTMLResponse)
def start(
    request: Request,
    connection: ConnectionDep,
    catalogue: CatalogueDep,
    city: Annotated[str | None, Query(max_length=200)] = None,
    origin: Annotated[str, Query(max_length=200)] = "",
    batch: Annotated[str, Query(max_length=10)] = "",
    after: Annotated[str | None, Query(max_length=40)] = None,
    lang: Lang = None,
) -> HTMLResponse:
    """The main question, answered with its evidence."""
    question = catalogue[MAIN]
    asked = city or str(question.parameters["city"].example)
    values = {"city": asked, "origin": origin.strip() or None, "batch": batch.strip() or None}
    zh = _chinese(request, lang)
    context = _context(request, zh) | {"city": asked, "origin": origin, "batch": batch}
    context |= {"others": _others(catalogue, zh), "counts": _counts(connection, zh)}
    context |= _cohorts(connection, question, values, after, request, zh)
    context["json_href"] = f"/v1/questions/{MAIN}?" + urlencode({k: v for k, v in values.items() if v})
    return templates.TemplateResponse(request, "start.html", context, status_code=context["status"])


@router.get("/questions/{name}", response_class=HTMLResponse)
def answer_page(
    request: Request,
    name: str,
    connection: ConnectionDep,
    catalogue: CatalogueDep,
    after: Annotated[str | None, Query(max_length=40)] = None,
    lang: Lang = None,
) -> HTMLResponse:
    """A question's answer as a table."""
    question = catalogue[name]
    zh = _chinese(request, lang)
    values = {n: v for n in question.parameters if (v := request.query_params.get(n, "").strip())}
    context = _context(request, zh) | {
        "heading": question.zh if zh else question.en,
        "fields": [
            {
                "name": n,
                "label": p.zh if zh else p.en,
                "value": values.get(n, ""),
                "example": p.example or "",
                "required": p.required,
                "choices": list(p.values),
            }
            for n, p in question.parameters.items()
        ],
        "columns": [
            {"name": n, "type": c.type.value, "heading": c.zh if zh else c.en}
            for n, c in question.columns.items()
            if c.type not in {"fact", "facts"}
        ],
        "json_href": f"/v1/questions/{name}?" + urlencode(values),
    }
    context |= _rows(connection, question, values, after, request, zh)
    return templates.TemplateResponse(request, "answer.html", context, status_code=context["status"])


def _rows(
    connection: Connection, question: Question, values: dict[str, Any], after: str | None, request: Request, zh: bool
) -> dict[str, Any]:
    """Rows of a question for a template, or the problem in words."""
    empty: dict[str, Any] = {"rows": [], "problem": None, "nearest": (), "next_href": None, "titles": {}, "status": 200}
    try:
        found = answer(connection, question, values, limit=HOSTS, after=after)
    except (InputError, NotFoundError) as error:
        return empty | {
            "problem": _problem(question, values, error, zh),
            "nearest": getattr(error, "nearest", ()),
            "status": error.status if values else 200,
        }
    return empty | {
        "rows": found.rows,
        "next_href": str(request.url.include_query_params(after=found.after)) if found.after else None,
        "titles": _titles(connection, found.rows),
    }


def _problem(question: Question, values: dict[str, Any], error: InputError | NotFoundError, zh: bool) -> str:
    """What is wrong, in the language of the page."""
    where = error.where or ""
    if not zh:
        return str(error)
    if isinstance(error, NotFoundError):
        return f"图谱里没有“{values.get(where, where)}”。"
    named = question.parameters.get(where)
    return f"“{named.zh if named else where}”填得不对：{error.what}"


def _cohorts(
    connection: Connection, question: Question, values: dict[str, Any], after: str | None, request: Request, zh: bool
) -> dict[str, Any]:
    """The main question's rows, a group each cohort."""
    context = _rows(connection, question, values, after, request, zh)
    words = lookups.names(connection, [row["host"]["id"] for row in context["rows"]])
    groups = []
    for _, members in groupby(context["rows"], key=lambda row: row["cohort"]["id"]):
        rows = list(members)
        groups.append(rows[0] | {"count": len(rows), "passages": _passages(rows, words)})
    return context | {"cohorts": groups}


def _passages(rows: list[dict[str, Any]], words: dict[str, list[str]]) -> list[dict[str, Any]]:
    """Rows whose evidence is the same together, with all names of their hosts."""
    passages: dict[tuple[tuple[str, int, int], ...], dict[str, Any]] = {}
    for row in rows:
        key = tuple((piece["article"], piece["start"], piece["end"]) for piece in row["evidence"])
        passage = passages.setdefault(key, {"hosts": [], "words": [], "evidence": row["evidence"]})
        passage["hosts"].append({"ref": row["host"], "more": row["evidence_count"] - len(row["evidence"])})
        passage["words"] += words.get(row["host"]["id"], [])
    return list(passages.values())


def _titles(connection: Connection, rows: list[dict[str, Any]]) -> dict[str, str]:
    ids = sorted({piece["article"] for row in rows for piece in row["evidence"]})
    return lookups.titles(connection, ids)


def _others(catalogue: Catalogue, zh: bool) -> list[dict[str, str]]:
    """The other questions, each with the examples of its header, as links."""
    found = []
    for question in catalogue:
        values = {n: p.example for n, p in question.parameters.items() if p.example is not None}
        asked = {n: v for n, v in values.items() if question.parameters[n].required}
        if question.one_of:
            asked |= dict([next((n, v) for n, v in values.items() if n in question.one_of)]) if values else {}
        if question.name == MAIN or question.filters == "none":
            continue
        query = urlencode(asked | {"lang": "zh" if zh else "en"})
        found.append({"href": f"/questions/{question.name}?{query}", "text": question.zh if zh else question.en})
    return found


def _counts(connection: Connection, zh: bool) -> list[dict[str, Any]]:
    names = {"Article": "文章 articles", "Entity": "实体 entities", "Fact": "事实 facts", "Evidence": "出处 sentences"}
    rows = {row["name"]: row["count"] for row in lookups.counts(connection)}
    return [
        {"name": words.split()[0 if zh else 1], "count": rows[name]} for name, words in names.items() if name in rows
    ]


def _context(request: Request, zh: bool) -> dict[str, Any]:
    return {
        "zh": zh,
        "lang": "zh" if zh else "en",
        "root": request.scope.get("root_path", ""),
        "t": lambda chinese, english: chinese if zh else english,
        "other_language": str(request.url.include_query_params(lang="en" if zh else "zh")),
    }


def _chinese(request: Request, lang: str | None) -> bool:
    """Whether to answer in Chinese: as asked, else as the browser prefers, else yes."""
    if lang:
        return lang == "zh"
    preferred = request.headers.get("accept-language", "zh").lower()
    return "zh" in preferred or "en" not in preferred
