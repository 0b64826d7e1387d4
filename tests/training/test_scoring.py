"""The comparison of a reading with an annotation."""

from training.material import PARTS, is_aside, samples
from training.scoring import Link, Thing, compare, table

GOLD = {
    "entities": [
        {"key": "q", "label": "City", "names": ["青岛市", "青岛"]},
        {"key": "s", "label": "City", "names": ["深圳市"]},
        {"key": "n", "label": "District", "names": ["市南区"]},
        {"key": "o", "label": "Site", "names": ["欢乐海岸"], "core": False},
        {"key": "d", "label": "Delegation", "names": ["第三批干部"], "kind": "trainee_cohort", "origin": "青岛",
         "destinations": ["深圳"], "ordinal": 3, "headcount": 150},
    ],
    "relations": [
        {"type": "TRAINED_IN", "head": "d", "tail": "s", "date": "2020-04", "status": "done"},
        {"type": "DISPATCHED", "head": "q", "tail": "d", "status": "done", "quote": "青岛"},
        {"type": "SIGNED_WITH", "head": "q", "tail": "s", "status": "done"},
    ],
}  # fmt: skip

THINGS = [
    Thing("1", "City", ("青岛",)),
    Thing("2", "City", ("深圳",)),
    Thing("3", "District", ("青岛市市南区",)),
    Thing("4", "Site", ("欢乐海岸",)),
    Thing("5", "Delegation", ("干部",), {"kind": "trainee_cohort", "origin": "青岛市", "ordinal": 3, "headcount": 157}),
    Thing("6", "City", ("青岛市",)),
    Thing("7", "Person", ("张三",)),
]


def results(links):
    return {(v.kind, v.result, v.said.split(" |")[0]) for v in compare(THINGS, links, GOLD)}


def test_entities():
    found = results([])
    assert ("City", "right", "青岛") in found
    assert ("City", "wrong", "青岛市 (twice)") in found
    assert ("District", "right", "青岛市市南区") in found
    assert ("Site", "optional", "欢乐海岸") in found
    assert ("Delegation", "right", "干部") in found
    assert ("Person", "wrong", "张三") in found
    assert ("figure", "wrong", "第三批干部 headcount=150 not 157") in found


def test_edges():
    found = results(
        [
            Link("TRAINED_IN", "5", "2", date="2020-04-15"),
            Link("SIGNED_WITH", "2", "1"),
            Link("DISPATCHED", "1", "5", status="planned"),
        ]
    )
    assert ("TRAINED_IN", "right", "干部 -TRAINED_IN-> 深圳") in found
    assert any(kind == "date" and result == "right" for kind, result, _ in found)
    assert ("SIGNED_WITH", "right", "深圳 -SIGNED_WITH-> 青岛") in found
    assert ("DISPATCHED", "wrong", "青岛 -DISPATCHED-> 干部 (planned)") in found
    assert ("DISPATCHED", "missed", "青岛市 -DISPATCHED-> 第三批干部") in found


def test_table_sums_up():
    lines = table(compare(THINGS, [], GOLD))
    assert any(line.startswith("ENTITIES") for line in lines)
    assert any(line.startswith("MISSION") for line in lines)


def test_material_is_whole():
    parts = {part: list(samples(part)) for part in PARTS}
    train, aside = ({s.article.id for s in parts[part]} for part in ("train", "aside"))
    assert not train & aside
    assert 0.2 < len(aside) / len(train | aside) < 0.45
    assert all(is_aside(i) for i in aside)
    for sample in (s for part in PARTS for s in parts[part]):
        keys = {e["key"] for e in sample.gold["entities"]}
        assert all(r["head"] in keys and r["tail"] in keys for r in sample.gold["relations"])
