from __future__ import annotations

import pytest

from tests.extractors.names.reading import named, read_names

READ = [
    ("代表团走进崂山、市南两区。", {"District 崂山区", "District 市南区"}),
    ("当天看了昆山、太仓、常熟三市。", {"District 昆山市", "District 太仓市", "District 常熟市"}),
    (
        "宿迁、淮北、济宁三市工商联同日加入。",
        {"Organization 宿迁市工商联", "Organization 淮北市工商联", "Organization 济宁市工商联"},
    ),
    (
        "当晚走访了正泰、德力西、天正三家集团。",
        {"Enterprise 正泰集团", "Enterprise 德力西集团", "Enterprise 天正集团"},
    ),
    (
        "考察苏州、无锡、常州三个高新区。",
        {"District 苏州高新区", "District 无锡高新区", "District 常州高新区"},
    ),
    ("湘鄂两省发展改革委牵头。", {"Organization 湖南省发展改革委", "Organization 湖北省发展改革委"}),
    (
        "襄阳市发改委、经信局、商务局联合印发通知。",
        {"Organization 襄阳市发改委", "Organization 襄阳市经信局", "Organization 襄阳市商务局"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), READ)
def test_reads_shared_parts(text: str, wanted: set[str]) -> None:
    assert wanted <= named(read_names(text))


def test_does_not_read_counted_places_without_names() -> None:
    assert not {e for e in named(read_names("三市联手，共推发展。")) if e.startswith(("City", "District"))}
