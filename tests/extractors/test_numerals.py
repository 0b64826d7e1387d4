import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.numerals import parse

TABLE = {
    "三": 3,
    "两": 2,
    "十": 10,
    "十二": 12,
    "廿三": 23,
    "一百二十": 120,
    "两千零五": 2005,
    "二〇一九": 2019,
    "150": 150,
    "3,000": 3000,
    "1.2万": 12000,
    "3亿": 300_000_000,
    "一万二千": 12000,
}


@pytest.mark.parametrize(("text", "value"), TABLE.items())
def test_reads(text, value):
    assert parse(text) == value


@pytest.mark.parametrize("text", ["", "几十", "1.25", "abc", "1.2.3"])
def test_is_no_whole_number(text):
    assert parse(text) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_mean_themselves(number):
    assert parse(str(number)) == number
    assert parse(f"{number:,}") == number
