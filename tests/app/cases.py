"""One way of asking each question that the samples answer with at least three rows."""

from __future__ import annotations

from typing import Any, Final

CASES: Final[dict[str, dict[str, Any]]] = {
    "benchmarked-by": {"model": "深圳"},
    "benchmarks": {"place": "青岛"},
    "between": {"one": "青岛", "other": "深圳"},
    "delegations": {"origin": "青岛"},
    "establishments": {"place": "青岛"},
    "evidence": {},
    "hosts-of-trainees": {"city": "深圳"},
    "itinerary": {"place": "青岛", "date": "2021-05"},
    "living-rooms": {"place": "青岛"},
    "neighbours": {"of": "深圳"},
    "paths": {"from": "竹云科技", "to": "商汤科技"},
    "people": {"body": "青岛"},
    "policies": {"place": "青岛"},
    "signings": {"party": "青岛"},
    "timeline": {"about": "青岛"},
    "trainee-cohorts": {"place": "青岛"},
    "visitors": {"of": "深圳"},
}
"""`evidence` takes a fact, which `fact_of_evidence` finds."""
