from __future__ import annotations

from importlib import resources

from extractors import lexicon


def test_sections_hold_their_entries() -> None:
    found = lexicon.sections("suffixes")
    assert "有限公司" in found["enterprise"]
    assert lexicon.words("suffixes", "district") <= lexicon.words("suffixes")


def test_every_list_names_its_reference() -> None:
    folder = resources.files("extractors").joinpath("lexicons")
    for file in folder.iterdir():
        if file.name.endswith(".txt"):
            assert file.read_text("utf-8").startswith("#"), file.name


def test_alternatives_try_the_longest_first() -> None:
    assert lexicon.alternatives(("局", "商务局", "a.b")) == r"a\.b|商务局|局"
