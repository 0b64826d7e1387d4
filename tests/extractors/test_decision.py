"""Statements become edges: merged by what makes one fact, refused where the model does not allow them."""

from extractors.confidence import Confidences
from extractors.decision import decide
from extractors.document import Entity, Statement
from graph.model import EdgeType, Label, Status

TRUST = Confidences({"a.sure": (90, 10), "a.bad": (1, 30), "a.fair": (7, 3)})
CITY = Entity("c1", Label.CITY, "青岛市")
OTHER = Entity("c2", Label.CITY, "深圳市")
TOUR = Entity("d1", Label.DELEGATION, "考察团", properties={"kind": "study_tour"})
COHORT = Entity("d2", Label.DELEGATION, "实训干部", properties={"kind": "trainee_cohort"})
PERSON = Entity("p1", Label.PERSON, "张三")


def say(kind, source, target, start, rule="a.sure", status=Status.DONE, **properties):
    return Statement(EdgeType(kind), source, target, start, start + 10, rule, status, properties)


def test_equal_statements_are_one_edge_with_each_sentence_once():
    edges = decide(
        [
            say("VISITED", TOUR, OTHER, 50, date="2021-05"),
            say("VISITED", TOUR, OTHER, 10, "a.fair", date="2021-05-09"),
            say("VISITED", TOUR, OTHER, 50, "a.fair"),
        ],
        TRUST,
    )
    assert len(edges) == 1
    assert edges[0].properties == {"date": "2021-05-09"}
    assert [(s.start, s.rule) for s in edges[0].sightings] == [(10, "a.fair"), (50, "a.sure")]


def test_done_wins_over_planned():
    planned = say("TRAINED_IN", COHORT, OTHER, 0, status=Status.PLANNED, date="2021-06-01")
    assert decide([planned], TRUST)[0].properties == {"status": "planned", "date": "2021-06-01"}
    assert decide([planned, say("TRAINED_IN", COHORT, OTHER, 20)], TRUST)[0].properties == {}


def test_a_person_visits_twice_a_delegation_once():
    for source, count in ((PERSON, 2), (TOUR, 1)):
        statements = [say("VISITED", source, OTHER, i, date=d) for i, d in enumerate(("2019-05-01", "2021-05-09"))]
        assert len(decide(statements, TRUST)) == count


def test_signing_is_symmetric_and_told_apart_by_date_or_subject():
    edges = decide(
        [
            say("SIGNED_WITH", CITY, OTHER, 0, date="2021-05-09"),
            say("SIGNED_WITH", OTHER, CITY, 20, date="2021-05", amount=5),
            say("SIGNED_WITH", CITY, OTHER, 40, date="2019-01"),
        ],
        TRUST,
    )
    assert [(e.source, e.properties) for e in edges] == [
        (CITY, {"date": "2021-05-09", "amount": 5}),
        (CITY, {"date": "2019-01"}),
    ]


def test_posts_are_told_apart_by_title():
    statements = [say("HOLDS_POSITION", PERSON, CITY, 0, title=t) for t in ("市长", "市委副书记", "市长")]
    assert len(decide(statements, TRUST)) == 2


def test_refuses_what_the_model_does_not_allow_and_what_is_not_trusted():
    refused = [
        say("HOSTED", CITY, COHORT, 0),
        say("TRAINED_IN", TOUR, OTHER, 0),
        say("VISITED", COHORT, OTHER, 0),
        say("BENCHMARKS_AGAINST", CITY, CITY, 0),
        say("BENCHMARKS_AGAINST", CITY, OTHER, 0, "a.bad"),
    ]
    assert decide(refused, TRUST) == []


def test_edges_that_merely_hold_have_no_date():
    assert decide([say("LED", PERSON, TOUR, 0, date="2021-05-09")], TRUST)[0].properties == {}


def test_confidence_of_a_rule_leans_on_its_family():
    assert TRUST.of("a.sure") > TRUST.of("a.fair") > TRUST.of("a.bad")
    assert TRUST.of("a.unknown") > TRUST.of("a.bad")
    assert TRUST.of("z.unknown") == 0.7
