"""`tashan run` on the samples: seconds until the address is printed, the processor's seconds, memory of the process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any


def measure() -> dict[str, Any]:
    """Seconds to the address, CPU seconds and memory in MB at that moment."""
    with tempfile.TemporaryDirectory() as data:
        environment = {**os.environ, "TASHAN_DATA": data, "TASHAN_PORT": "0"}
        environment.pop("TASHAN_NEO4J_URI", None)
        begun = time.monotonic()
        process = subprocess.Popen(
            [Path(sys.executable).with_name("tashan"), "run"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        seconds = time.monotonic() - begun
        status = Path(f"/proc/{process.pid}/status").read_text("ascii")
        memory = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").split()
        processor = (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
        process.terminate()
        process.wait(30)
    return {
        "answers": address.startswith("http"),
        "seconds": round(seconds, 1),
        "processor_seconds": round(processor, 1),
        "memory_mb": memory // 1024,
    }
