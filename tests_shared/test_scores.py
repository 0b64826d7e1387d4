"""How well the reader reads annotated articles that it has not learned from: floors, by another's script."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FLOORS = {"gold": ("articles", "gold", 0.80, 0.70), "dev": ("dev/articles", "dev/gold", 0.75, 0.55)}


@pytest.mark.parametrize("name", FLOORS)
def test_scores_are_above_the_floor(
    name: str, shared: Path, read: Callable[[Path], Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles, gold, entities, mission = FLOORS[name]
    figures = tmp_path / "figures.json"
    command = [sys.executable, shared / "tools" / "score.py", "--gold", shared / gold]
    command += ["--pred", read(shared / articles), "--articles", shared / articles, "--json", figures]
    subprocess.run(command, check=True, capture_output=True)
    scores: dict[str, Any] = json.loads(figures.read_text("utf-8"))
    found = scores["entities"]["f1"], scores["mission_relations"]["f1"]
    with capsys.disabled():
        print(f"\n{name}: entities F1 {found[0]:.3f}, mission relations F1 {found[1]:.3f}")
    assert found[0] >= entities
    assert found[1] >= mission
