"""Sample reports in the project's own words about real, public events; each says in `after` whose facts it retells."""

from __future__ import annotations

from pathlib import Path
from typing import Final

SAMPLES: Final = Path(__file__).parent
"""The folder of the samples."""
