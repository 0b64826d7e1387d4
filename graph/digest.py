"""Short hashes, for ids."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest(parts: Iterable[str], length: int) -> str:
    """The first hexadecimal digits of a SHA-256 over the parts, kept apart by a sign that no text holds."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:length]
