"""`python -m bench [reading|running|loading …]`: runs the benches and writes their figures to `bench/results/`.

Ratios are taken in one run, against a peer that does comparable work; nothing here is a test.
"""

from __future__ import annotations

import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from bench import loading, reading, running

BENCHES = {"reading": reading.measure, "loading": loading.measure, "running": running.measure}
RESULTS = Path(__file__).parent / "results"


def main() -> None:
    """Runs the named benches, all by default."""
    RESULTS.mkdir(exist_ok=True)
    for name in sys.argv[1:] or list(BENCHES):
        figures = {"measured": datetime.now(UTC).isoformat(timespec="seconds"), "python": platform.python_version()}
        figures |= BENCHES[name]()
        (RESULTS / f"{name}.json").write_text(json.dumps(figures, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in figures.items()))


if __name__ == "__main__":
    main()
