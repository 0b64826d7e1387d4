"""The model, once: labels, edge types, their endpoints, properties and what makes two facts one.

Everything that names a label or a type (schema files, validation, OpenAPI, documentation,
Browser style) derives from this module or is tested against it. Source: the ontology of the
project (docs/ontology.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MODEL_VERSION: Final = 1
"""Version of the form of a reading (`"model"` in its first line)."""


class Label(StrEnum):
    """The kinds of entities."""

    CITY = "City"
    DISTRICT = "District"
    PROVINCE = "Province"
    COUNTRY = "Country"
    DELEGATION = "Delegation"
    ENTERPRISE = "Enterprise"
    ORGANIZATION = "Organization"
    POLICY = "Policy"
    LIVING_ROOM = "LivingRoom"
    SITE = "Site"
    PERSON = "Person"


PLACES: Final = frozenset({Label.CITY, Label.DISTRICT, Label.PROVINCE, Label.COUNTRY})
"""Labels whose key is an anchor in a public list."""

BODIES: Final = frozenset({Label.ENTERPRISE, Label.ORGANIZATION})
"""Labels that act and hold posts without being a place."""

DOMESTIC: Final = frozenset({Label.CITY, Label.DISTRICT, Label.PROVINCE})


class DelegationKind(StrEnum):
    """What a delegation was sent for."""

    STUDY_TOUR = "study_tour"
    TRAINEE_COHORT = "trainee_cohort"
    BUSINESS = "business"


class Status(StrEnum):
    """Whether a statement tells what happened or what is only planned."""

    DONE = "done"
    PLANNED = "planned"


class EdgeType(StrEnum):
    """The kinds of facts."""

    BENCHMARKS_AGAINST = "BENCHMARKS_AGAINST"
    VISITED = "VISITED"
    TRAINED_IN = "TRAINED_IN"
    HOSTED = "HOSTED"
    DISPATCHED = "DISPATCHED"
    LED = "LED"
    SIGNED_WITH = "SIGNED_WITH"
    ISSUED = "ISSUED"
    OPENED = "OPENED"
    SERVES = "SERVES"
    LOCATED_IN = "LOCATED_IN"
    ESTABLISHED_IN = "ESTABLISHED_IN"
    FOUNDED = "FOUNDED"
    MEMBER_OF = "MEMBER_OF"
    HOLDS_POSITION = "HOLDS_POSITION"
    MET = "MET"


class Identity(StrEnum):
    """What, besides type and ends, makes two statements one fact."""

    ENDS = "ends"
    DATE = "date"
    DATE_OF_PERSON = "date of a person"
    """The date where the source is a Person, nothing where it is a Delegation."""
    DATE_OR_SUBJECT = "date or subject"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Property:
    """A property of an edge or a node: its type ("date", "text", "texts", "integer", "amount", "status") and unit.

    Two values of a functional property that cannot both hold are a disagreement.
    """

    name: str
    type: str
    unit: str | None = None
    functional: bool = False


@dataclass(frozen=True, slots=True)
class EdgeModel:
    """One edge type: allowed endpoints, identity, properties."""

    type: EdgeType
    sources: frozenset[Label]
    targets: frozenset[Label]
    properties: tuple[Property, ...]
    identity: Identity = Identity.ENDS
    symmetric: bool = False
    mission: bool = False
    """Whether the graph exists for this type, so that quality is watched on it."""
    source_kinds: frozenset[DelegationKind] | None = None
    target_kinds: frozenset[DelegationKind] | None = None

    @property
    def timeless(self) -> bool:
        """Whether the edge merely holds, so that no date belongs to it."""
        return not any(p.name == "date" for p in self.properties)

    @property
    def functional(self) -> tuple[str, ...]:
        """Names of the functional properties."""
        return tuple(p.name for p in self.properties if p.functional)


DATE: Final = Property("date", "date")
DATE_ONE: Final = Property("date", "date", functional=True)
SUBJECT: Final = Property("subject", "text")
STATUS: Final = Property("status", "status")

_COHORT = frozenset({DelegationKind.TRAINEE_COHORT})
_TOUR = frozenset({DelegationKind.STUDY_TOUR, DelegationKind.BUSINESS})
_L = Label
_PARTIES = frozenset({_L.CITY, _L.DISTRICT, _L.PROVINCE, _L.ORGANIZATION, _L.ENTERPRISE})


def _edge(
    type_: EdgeType,
    sources: frozenset[Label],
    targets: frozenset[Label],
    *properties: Property,
    identity: Identity = Identity.ENDS,
    symmetric: bool = False,
    mission: bool = False,
    source_kinds: frozenset[DelegationKind] | None = None,
    target_kinds: frozenset[DelegationKind] | None = None,
) -> tuple[EdgeType, EdgeModel]:
    return type_, EdgeModel(
        type_, sources, targets, (*properties, STATUS), identity, symmetric, mission, source_kinds, target_kinds
    )


EDGES: Final[dict[EdgeType, EdgeModel]] = dict(
    (
        _edge(
            EdgeType.BENCHMARKS_AGAINST,
            _PARTIES,
            PLACES | BODIES | {_L.SITE},
            Property("topic", "text"),
            DATE,
            mission=True,
        ),
        _edge(
            EdgeType.VISITED,
            frozenset({_L.DELEGATION, _L.PERSON}),
            PLACES | BODIES | {_L.SITE, _L.LIVING_ROOM},
            DATE_ONE,
            Property("position", "integer", "number of the stop", functional=True),
            identity=Identity.DATE_OF_PERSON,
            mission=True,
            source_kinds=_TOUR,
        ),
        _edge(EdgeType.TRAINED_IN, frozenset({_L.DELEGATION}), PLACES, DATE_ONE, mission=True, source_kinds=_COHORT),
        _edge(EdgeType.HOSTED, BODIES, frozenset({_L.DELEGATION}), DATE, mission=True, target_kinds=_COHORT),
        _edge(EdgeType.DISPATCHED, PLACES | BODIES, frozenset({_L.DELEGATION}), DATE_ONE, mission=True),
        _edge(EdgeType.LED, frozenset({_L.PERSON}), frozenset({_L.DELEGATION}), mission=True),
        _edge(
            EdgeType.SIGNED_WITH,
            _PARTIES,
            _PARTIES,
            DATE,
            SUBJECT,
            Property("amount", "amount", "yuan", functional=True),
            identity=Identity.DATE_OR_SUBJECT,
            symmetric=True,
            mission=True,
        ),
        _edge(EdgeType.ISSUED, PLACES | {_L.ORGANIZATION}, frozenset({_L.POLICY}), DATE_ONE, mission=True),
        _edge(
            EdgeType.OPENED,
            frozenset({_L.CITY, _L.DISTRICT, _L.ORGANIZATION}),
            frozenset({_L.LIVING_ROOM}),
            DATE_ONE,
            mission=True,
        ),
        _edge(EdgeType.SERVES, frozenset({_L.LIVING_ROOM}), PLACES | {_L.ORGANIZATION}, mission=True),
        _edge(EdgeType.LOCATED_IN, DOMESTIC | BODIES | {_L.LIVING_ROOM, _L.SITE}, PLACES),
        _edge(EdgeType.ESTABLISHED_IN, BODIES, frozenset({_L.CITY, _L.DISTRICT}), DATE_ONE, SUBJECT),
        _edge(
            EdgeType.FOUNDED,
            frozenset({_L.CITY, _L.DISTRICT, _L.PERSON}) | BODIES,
            BODIES | {_L.POLICY},
            DATE_ONE,
        ),
        _edge(EdgeType.MEMBER_OF, BODIES | {_L.PERSON}, BODIES | {_L.DELEGATION}, DATE),
        _edge(
            EdgeType.HOLDS_POSITION,
            frozenset({_L.PERSON}),
            DOMESTIC | BODIES | {_L.DELEGATION},
            Property("title", "text"),
            identity=Identity.TITLE,
        ),
        _edge(
            EdgeType.MET, frozenset({_L.PERSON}), frozenset({_L.PERSON}), DATE, identity=Identity.DATE, symmetric=True
        ),
    )
)
"""The sixteen edge types, in the order of the ontology."""

MISSION: Final = frozenset(t for t, m in EDGES.items() if m.mission)
SYMMETRIC: Final = frozenset(t for t, m in EDGES.items() if m.symmetric)
TIMELESS: Final = frozenset(t for t, m in EDGES.items() if m.timeless)

DELEGATION_PROPERTIES: Final = (
    Property("kind", "text"),
    Property("origin", "text"),
    Property("destinations", "texts"),
    Property("ordinal", "integer", "number of the batch"),
    Property("start", "date", functional=True),
    Property("end", "date", functional=True),
    Property("days", "integer", "days", functional=True),
    Property("headcount", "integer", "persons", functional=True),
    Property("host_count", "integer", "units that took trainees in", functional=True),
    Property("site_count", "integer", "places visited", functional=True),
)
"""Properties of a Delegation; the other labels have none of their own."""

FIGURES: Final = ("ordinal", "days", "headcount", "host_count", "site_count")
"""Delegation properties that are whole numbers."""
