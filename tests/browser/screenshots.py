"""`python -m tests.browser.screenshots`: the pictures of the README, from the samples as they are read today.

`--address http://…` takes them from a server that runs already; `--to DIR` puts them elsewhere.
"""

from __future__ import annotations

import argparse
import tempfile
from contextlib import nullcontext
from pathlib import Path

from graph.connection import ConnectionSettings
from tests.browser.chromium import launched
from tests.samples import PROJECT, environment, served

PICTURES = {"start.png": "/?lang=zh", "start-en.png": "/?lang=en"}
WIDTH, HEIGHT = 1440, 760


def take(address: str, folder: Path) -> None:
    """Takes every picture from a server."""
    folder.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        for name, path in PICTURES.items():
            page.goto(address + path)
            page.screenshot(path=folder / name)


def main() -> None:
    """Reads, loads and serves the samples on an embedded store of its own, and takes the pictures."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots")
    parser.add_argument("--address", help="a server that runs already")
    parser.add_argument("--to", type=Path, default=PROJECT / "docs" / "pictures")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        settings = ConnectionSettings(data=Path(data))
        server = nullcontext(arguments.address) if arguments.address else served("run", env=environment(settings))
        with server as address:
            take(address.rstrip("/"), arguments.to)


if __name__ == "__main__":
    main()
