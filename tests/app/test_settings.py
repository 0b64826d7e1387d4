from pathlib import Path

import pytest

from app.settings import Settings, load
from graph.errors import SettingError

DOCS = Path(__file__).parents[2] / "docs" / "settings.md"


def _shown(default: object) -> str:
    text = (
        "" if default is None else str(default.get_secret_value() if hasattr(default, "get_secret_value") else default)
    )
    return f"`{text}`" if text else ""


def test_every_setting_is_documented_with_its_default():
    lines = DOCS.read_text("utf-8").splitlines()
    for name, field in Settings.model_fields.items():
        row = f"| `TASHAN_{name.upper()}` | {_shown(field.default)} | {field.description} |"
        assert row.replace("|  |", "| |") in lines


def test_no_other_setting_is_documented():
    documented = {line.split("`")[1] for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| `")}
    assert documented == {f"TASHAN_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize(
    ("variable", "value"), [("TASHAN_PORT", "70000"), ("TASHAN_POOL", "none"), ("TASHAN_HEAP", "much")]
)
def test_a_bad_value_names_its_variable(monkeypatch, variable, value):
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingError) as raised:
        load()
    assert raised.value.where == variable
    assert "\n" not in str(raised.value)
