"""A Chromium for the tests: the one at TASHAN_TEST_CHROMIUM, the system's, or the one that Playwright has installed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NotAvailableError(Exception):
    """No Chromium can be had on this machine; the message says what to install."""


def executable() -> str:
    """The path of a Chromium.

    Raises:
        NotAvailableError: there is none.
    """
    given = os.environ.get("TASHAN_TEST_CHROMIUM")
    for found in (given, *map(shutil.which, NAMES)):
        if found and Path(found).is_file():
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).is_file():
        return own
    raise NotAvailableError(
        "no Chromium: install your system's (Debian: chromium and fonts-noto-cjk) or run playwright install chromium"
    )


@contextmanager
def launched() -> Iterator[Browser]:
    """A running Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()
