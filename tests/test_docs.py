"""The documentation is as the code is."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from graph.model import EdgeType, Label

DOCS = Path(__file__).parents[1] / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md"))
LINK = re.compile(r"\[[^\]]*\]\((?!https?:|#)([^)#]+)")


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["ontology.md", "questions.md"])
def test_it_is_as_the_generator_makes_it(name: str, generate: ModuleType) -> None:
    assert (DOCS / name).read_text("utf-8") == generate.DOCUMENTS[name](), "run: python docs/generate.py"


def test_the_ontology_names_every_label_and_type() -> None:
    text = (DOCS / "ontology.md").read_text("utf-8")
    assert [label for label in Label if f"| `{label}` |" not in text] == []
    assert [type_ for type_ in EdgeType if f"| `{type_}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    broken = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert broken == []


def test_the_index_has_every_page() -> None:
    index = (DOCS / "README.md").read_text("utf-8")
    assert [page.name for page in DOCS.glob("*.md") if page.name != "README.md" and page.name not in index] == []
