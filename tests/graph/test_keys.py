"""Keys, by the key table of the design: from the reading alone, whatever its ids and the order of its lines."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.key_form import is_anchor, is_complete, label_of, name_of
from graph.keys import keys
from graph.model import Label
from graph.reading import Reading
from graph.reading_file import check
from tests.graph.reading_builder import ReadingBuilder, readings


def key(label: str, name: str, *aliases: str, **more: object) -> str:
    builder = ReadingBuilder()
    node = builder.node(label, name, *aliases, **more)  # type: ignore[arg-type]
    return keys(builder.build())[node]


@pytest.mark.parametrize(
    ("label", "name", "expected"),
    [
        ("City", "青岛市", "city:370200"),
        ("City", "青岛", "city:370200"),
        ("City", "青島", "city:370200"),
        ("City", "岛城", "city:370200"),
        ("City", "安顺", "city:520400"),
        ("City", "东京", "city:geonames:1850147"),
        ("City", "新加坡", "country:SG"),
        ("City", "义乌市", "district:330782"),
        ("Province", "吉林", "province:220000"),
        ("City", "吉林", "city:220200"),
        ("Country", "上合国家", "country:group:SCO"),
        ("District", "福田区", "district:440304"),
        ("District", "深圳市福田区", "district:440304"),
        ("District", "长春市朝阳区", "district:220104"),
        ("District", "朝阳区", "district:朝阳区@a1"),
        ("District", "青岛市中央活动区", "district:中央活动区;city:370200"),
        ("District", "东京新宿", "district:新宿;city:geonames:1850147"),
        ("Enterprise", "深圳「竹雲」科技股份有限公司", "enterprise:深圳竹云科技"),
        ("Enterprise", "明灯 集团公司", "enterprise:明灯集团"),
        ("Enterprise", "明灯集团有限公司青岛分公司", "enterprise:明灯集团青岛分公司"),
        ("Organization", "青岛市商务局", "organization:青岛市商务局"),
        ("Organization", "青岛商务局", "organization:青岛市商务局"),
        ("Organization", "山东省青岛市商务局", "organization:青岛市商务局"),
        ("Organization", "青岛市市南区司法局", "organization:青岛市市南区司法局"),
        ("Organization", "崂山区司法局", "organization:青岛市崂山区司法局"),
        ("Organization", "市商务局", "organization:市商务局@a1"),
        ("Organization", "镇政府", "organization:镇政府@a1"),
        ("Organization", "青岛高新区管委会", "organization:青岛市高新区管委会"),
        ("Organization", "高新区管委会", "organization:高新区管委会@a1"),
        ("Organization", "北京大学", "organization:北京大学"),
        ("Organization", "青岛农业大学", "organization:青岛农业大学"),
        ("Organization", "青岛市行政学院", "organization:青岛市行政学院"),
        ("Organization", "青岛行政学院", "organization:青岛市行政学院"),
        ("Organization", "大学", "organization:大学@a1"),
        ("Organization", "中山大学", "organization:中山大学"),
        ("Organization", "清华大学", "organization:清华大学"),
        ("Organization", "上海证券交易所", "organization:上海证券交易所"),
        ("Organization", "青深企业家联谊会", "organization:青深企业家联谊会"),
        ("Policy", "《青岛市推进“国际化+”行动计划》", "policy:青岛市推进国际化+行动计划"),
        ("Policy", "《关于学习的意见》", "policy:关于学习的意见@a1"),
        ("Policy", "《中华人民共和国外商投资法》", "policy:中华人民共和国外商投资法"),
        ("LivingRoom", "青岛以色列“国际客厅”", "living-room:city:370200;country:IL"),
        ("LivingRoom", "青岛（深圳）城市会客厅", "living-room:city:370200;city:440300"),
        ("LivingRoom", "青岛·上合“国际客厅”", "living-room:city:370200;country:group:SCO"),
        ("LivingRoom", "青岛央企国际客厅", "living-room:city:370200;央企"),
        ("LivingRoom", "日本国际客厅", "living-room:日本国际客厅@a1"),
        ("Site", "前海国际会议中心", "site:前海国际会议中心"),
        ("Person", "王明", "person:王明@a1"),
    ],
)
def test_the_key_of_a_name_alone(label: str, name: str, expected: str) -> None:
    assert key(label, name) == expected
    assert label_of(expected) in Label
    assert name_of(expected)


def test_the_readings_anchor_wins() -> None:
    assert key("District", "朝阳区", anchor="district:220104") == "district:220104"


def test_a_qualified_alias_decides_between_homonyms() -> None:
    assert key("District", "朝阳区", "北京市朝阳区") == "district:110105"


def test_a_stated_place_decides_between_homonyms_and_a_mentioned_city_too() -> None:
    builder = ReadingBuilder()
    district, city = builder.node("District", "朝阳区"), builder.node("City", "长春市")
    assert keys(builder.build())[district] == "district:220104"
    other = builder.node("City", "北京")
    assert keys(builder.build())[district] == "district:朝阳区@a1"
    builder.edge("LOCATED_IN", district, city)
    assert keys(builder.build())[district] == "district:220104"
    assert keys(builder.build())[other] == "city:110000"


def test_a_bare_office_takes_its_place_at_its_level() -> None:
    builder = ReadingBuilder()
    city = builder.node("City", "青岛")
    offices = [builder.node("Organization", name) for name in ("市商务局", "司法局", "省委组织部", "区司法局")]
    for office in offices:
        builder.edge("LOCATED_IN", office, city)
    found = keys(builder.build())
    assert [found[office] for office in offices] == [
        "organization:青岛市商务局",
        "organization:青岛市司法局",
        "organization:山东省委组织部",
        "organization:区司法局@a1",
    ]


def test_a_policy_without_a_place_takes_its_issuers() -> None:
    builder = ReadingBuilder()
    office, policy = builder.node("Organization", "青岛市商务局"), builder.node("Policy", "《关于学习的意见》")
    builder.edge("ISSUED", office, policy)
    assert keys(builder.build())[policy] == "policy:关于学习的意见;city:370200"


def test_a_room_takes_owner_and_counterpart_from_its_edges() -> None:
    builder = ReadingBuilder()
    city, country = builder.node("City", "青岛"), builder.node("Country", "日本")
    named, unnamed = builder.node("LivingRoom", "日本“国际客厅”"), builder.node("LivingRoom", "国际客厅")
    for room in (named, unnamed):
        builder.edge("OPENED", city, room)
    builder.edge("SERVES", unnamed, country)
    found = keys(builder.build())
    assert found[named] == found[unnamed] == "living-room:city:370200;country:JP"


def test_a_site_has_its_city_where_the_text_has_it() -> None:
    builder = ReadingBuilder()
    city, zone = builder.node("City", "青岛"), builder.node("District", "中央活动区")
    site = builder.node("Site", "金星馆")
    builder.edge("LOCATED_IN", zone, city)
    builder.edge("LOCATED_IN", site, zone)
    assert keys(builder.build())[site] == "site:金星馆;city:370200"


def test_a_person_is_told_by_the_first_post_else_by_the_home_of_the_article() -> None:
    builder = ReadingBuilder(source="青岛日报")
    firm, city = builder.node("Enterprise", "明灯科技"), builder.node("City", "深圳")
    head, other = builder.node("Person", "王明"), builder.node("Person", "李静")
    builder.edge("HOLDS_POSITION", head, firm, title="董事长")
    builder.edge("HOLDS_POSITION", head, city, title="副市长")
    found = keys(builder.build())
    assert found[head] == "person:王明;enterprise:明灯科技"
    assert found[other] == "person:李静;city:370200"


def test_the_home_of_an_article_is_its_papers_else_its_headlines() -> None:
    for source, title, expected in (
        ("深圳特区报", "青岛客人来访", "city:440300"),
        ("某报", "时隔两年,青岛市党政考察团再赴深圳", "city:370200"),
        ("中国日报", "学先进", None),
    ):
        builder = ReadingBuilder(source=source, title=title)
        person = builder.node("Person", "王明")
        assert keys(builder.build())[person] == (f"person:王明;{expected}" if expected else "person:王明@a1")


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (
            {"origin": "青岛", "destinations": ["深圳"], "ordinal": 3, "start": "2020-04"},
            "delegation:trainee_cohort;city:370200;city:440300;3",
        ),
        (
            {"origin": "青岛市", "destinations": ["深圳市", "上海"], "start": "2020-04-15"},
            "delegation:trainee_cohort;city:370200;city:310000+city:440300;2020-04",
        ),
        ({"origin": "青岛", "destinations": ["深圳"], "start": "2020"}, "delegation:第三批干部@a1"),
        ({"origin": "青岛", "ordinal": 3}, "delegation:第三批干部@a1"),
        ({"destinations": ["深圳"], "ordinal": 3}, "delegation:第三批干部@a1"),
    ],
)
def test_a_delegation_is_told_by_where_and_which(properties: dict[str, object], expected: str) -> None:
    assert key("Delegation", "第三批干部", kind="trainee_cohort", **properties) == expected


def test_a_delegation_takes_what_it_lacks_from_its_edges() -> None:
    builder = ReadingBuilder()
    home, goal = builder.node("City", "青岛"), builder.node("District", "福田区")
    tour = builder.node("Delegation", "考察团", kind="study_tour", start="2020-05-07")
    builder.edge("DISPATCHED", home, tour)
    builder.edge("VISITED", tour, goal)
    assert keys(builder.build())[tour] == "delegation:study_tour;city:370200;city:440300;2020-05"


def test_two_that_lack_a_part_stay_two() -> None:
    builder = ReadingBuilder()
    one, other = (builder.node("Delegation", "考察团", kind="study_tour") for _ in range(2))
    found = keys(builder.build())
    assert (found[one], found[other]) == ("delegation:考察团@a1", "delegation:考察团@a1#2")
    assert not is_complete(found[one])


@settings(max_examples=60, deadline=None)
@given(readings(), st.randoms())
def test_ids_and_order_of_lines_change_no_key(reading: Reading, random: Random) -> None:
    check(reading)
    renamed = {node.id: f"x{at}" for at, node in enumerate(random.sample(reading.nodes, len(reading.nodes)))}
    nodes = [node.model_copy(update={"id": renamed[node.id]}) for node in reading.nodes]
    edges = [
        edge.model_copy(update={"source": renamed[edge.source], "target": renamed[edge.target]})
        for edge in reading.edges
    ]
    random.shuffle(nodes)
    random.shuffle(edges)
    found = keys(reading.model_copy(update={"nodes": tuple(nodes), "edges": tuple(edges)}))
    assert {renamed[id_]: key for id_, key in keys(reading).items()} == found


@settings(max_examples=60, deadline=None)
@given(readings())
def test_every_node_has_a_key_of_its_form(reading: Reading) -> None:
    found = keys(reading)
    assert found.keys() == {node.id for node in reading.nodes}
    for node in reading.nodes:
        key_ = found[node.id]
        assert is_anchor(key_) or label_of(key_) is node.label
        assert is_complete(key_) or key_.split("#")[0].endswith("@a1")
