"""`python -m tests.run` (`make test`): all tests, on every store and in the browser that this machine has.

Where no Chromium can be had, its tests are left out by their mark, and one line at the end says what was not run and
what to install; `tests/conftest.py` does the same for Neo4j. With CI=true either is a failure. TASHAN_TEST_LONG=1
raises the counts of the property tests. Arguments are pytest's own (`python -m tests.run tests/app -x`).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import NotAvailableError, executable

FOLDER = Path(__file__).parent


class WithoutBrowser:
    """A plugin that leaves out what needs Chromium, and says so at the end."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        self.left_out = 0

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        needing = [item for item in items if item.get_closest_marker("browser")]
        config.hook.pytest_deselected(items=needing)
        items[:] = [item for item in items if item not in needing]
        self.left_out = len(needing)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.left_out:
            terminalreporter.write_line(f"{self.left_out} tests in a browser were not run: {self.reason}", yellow=True)

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if self.left_out and exitstatus == pytest.ExitCode.OK and os.environ.get("CI") == "true":
            session.exitstatus = pytest.ExitCode.TESTS_FAILED


def main(arguments: list[str]) -> int:
    """Runs pytest; gives its exit status."""
    plugins: list[object] = []
    try:
        executable()
    except NotAvailableError as error:
        plugins.append(WithoutBrowser(str(error)))
    return int(pytest.main(arguments or [str(FOLDER)], plugins=plugins))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
