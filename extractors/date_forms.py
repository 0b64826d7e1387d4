"""The forms in which news writes dates, as regular expressions with named groups.

Read: 2019年5月23日, 5月23日, 23日, 去年8月, 同年7月, 两年前, 上月, 本月17日, 当天, 次日, 近日, 月底, 上半年,
二〇一九年五月, 2019-05-23, 2017—2021年, 4月15日至18日, 10月8日至12月1日, 9月10-12日.
Not read: 为期10日, 三十日内, 5个月, 90年代, 2019年度; 日前 in 5月1日前.
"""

from __future__ import annotations

import re
from typing import Final

_NUMBER: Final = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_YEAR: Final = r"(?:1[89]|20)\d{2}(?=年)|[一二][〇零○一二三四五六七八九]{3}(?=年)"
_RELATIVE_YEAR: Final = (
    "今年|本年|去年|上年|前年|明年|后年|同年|当年(?=\\d|[一二三四五六七八九十]{1,2}月|年?[初底末])|次年|翌年"
)
_DASH: Final = r"\s?(?:至|到|—{1,2}|-|–|－|―|~|～)\s?"
_DAY_END: Final = r"(?![内游间历])"
_PART: Final = r"(?:[上中下]旬|月?[初底末]|份)?"

_YEARS: Final = rf"(?P<first_year>(?:1[89]|20)\d{{2}})年?{_DASH}(?P<last_year>(?:1[89]|20)\d{{2}})年"
_ISO: Final = (
    r"(?<![\d.\-/])(?P<iso_year>(?:19|20)\d{2})(?P<mark>[-./])(?P<iso_month>\d{1,2})"
    r"(?P=mark)(?P<iso_day>\d{1,2})(?![\d\-/])"
)
_STATED: Final = rf"(?:(?P<year>{_YEAR})年|(?P<relative_year>{_RELATIVE_YEAR}))"
_YEAR_ONLY: Final = rf"{_STATED}(?![度代级版月]|\s?\d{{1,2}}月)(?:上半年|下半年|年?[初底末]|[一二三四1-4]季度)?"
_MONTH: Final = (
    rf"(?:{_STATED}的?[ 　]?)?(?:(?<![\d个第])(?P<month>{_NUMBER})月(?!龄)"
    r"|(?P<relative_month>本月|上个?月|下个?月|当月|同月|次月|翌月|这个月))"
)
_DAY: Final = rf"(?P<day>{_NUMBER})[日号]{_DAY_END}"
_DAYS: Final = rf"(?P<first_day>\d{{1,2}})日?{_DASH}(?P<last_day>\d{{1,2}})[日号]{_DAY_END}"
_MONTHS: Final = (
    rf"(?:{_STATED}的?[ 　]?)?(?<![\d个第])(?P<first_month>\d{{1,2}})月?"
    rf"{_DASH}(?P<last_month>\d{{1,2}})月(?!\s?\d{{1,2}}日)"
)
_YEARS_AGO: Final = (
    r"(?<![\d一二三四五六七八九十几数多])(?P<years_ago>[2-5两三四五])年(?:以)?前"
    r"(?:的(?P<this_day>今天|今日)|(?![后的]))"
)
_DAYS_LATER: Final = (
    r"(?<![\d一二三四五六七八九十几数])(?P<days_later>\d{1,2}|[一两二三四五六七八九十]{1,2})天(?:之|以)?后(?![的来])"
)
_BARE_DAYS: Final = rf"(?<![\d月.:：第])(?P<bare_first_day>\d{{1,2}})日?{_DASH}(?P<bare_last_day>\d{{1,2}})日{_DAY_END}"
_NUMBERED_DAY: Final = r"(?<![\d月第])(?P<numbered_day>\d{1,2})号(?=上午|下午|晚|早上|那天|这天|中午|一早)"
_BARE_DAY: Final = (
    rf"(?<![\d月.:：第期])(?P<bare_day>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?"
    rf"|(?<![一二三四五六七八九十廿卅第几数两某有半近前后这那每])[二三四五六七八九])日{_DAY_END}(?!前后)"
)
_SAME_DAY: Final = (
    r"(?P<same_day>当天|当日|同日|同一天|当晚)|(?P<day_before>前一天|前一日)|(?P<next_day>次日|翌日|隔天|隔日)"
    r"|(?<![每前近的])(?P<nth_day>首日|头一天|第[一二三四五六七八九十]天)"
)
_TODAY: Final = r"(?P<today>今天|今日|今晚|今晨|昨天|昨日|昨晚|昨夜|前天|前日|明天|明日|后天)"
_WEEK: Final = r"(?P<week>上周|本周|这周|下周|(?:上|本|这|下)个?星期)(?P<weekday>[一二三四五六日天末])?(?!刊|报)"
_RECENT: Final = r"(?P<recent>近日|(?<![\d一二三四五六七八九十节休])日前|近期(?![内目])|连日来|这几天|这两天)"
_HALF: Final = r"(?P<part_of_year>(?<!大)上半年|(?<!大)下半年|年初|年底|年末|年内|(?<![第\d])[一二三四]季度)"
_PART_OF_MONTH: Final = r"(?P<part_of_month>(?<!\d)(?<![一二三四五六七八九十个本上下当])月[初底末])"

FORM: Final = re.compile(
    # What a date may begin with comes first, so that most places are passed at once.
    "(?=[\\d〇零○一二三四五六七八九十廿卅今本去上前明后同当次翌下这首头第隔昨近日连年月两])(?:"
    + "|".join(
        (
            _YEARS,
            _ISO,
            f"{_MONTHS}",
            f"{_MONTH}(?:{_PART}(?:{_DAYS}|{_DAY})|{_PART})".replace("?P<year>", "?P<month_year>").replace(
                "?P<relative_year>", "?P<month_relative_year>"
            ),
            _YEAR_ONLY.replace("?P<year>", "?P<only_year>").replace("?P<relative_year>", "?P<only_relative_year>"),
            _YEARS_AGO,
            _DAYS_LATER,
            _BARE_DAYS,
            _BARE_DAY,
            _NUMBERED_DAY,
            _SAME_DAY,
            _TODAY,
            _WEEK,
            _RECENT,
            _HALF,
            _PART_OF_MONTH,
        )
    )
    + ")"
)
"""One form of a date; which groups are filled tells which."""

UNTIL: Final = re.compile(
    rf"{_DASH}(?:(?P<year>\d{{4}})年)?(?:(?P<month>{_NUMBER})月)?(?P<day>{_NUMBER})[日号]{_DAY_END}"
)
"""What follows a day where a range ends at another one."""

DURATION: Final = re.compile(r"(?:为期|历时|共|满|近|每月|工期|长达|提前|连续|短短)\s?$")
"""What stands before a number of days that is no date."""

TITLE: Final = re.compile(r"《[^《》\n]{1,100}(?:》|$)")
"""What a date inside belongs to."""

DATELINE: Final = re.compile(r"^[^，。\n]{0,24}$")
DATELINE_END: Final = re.compile(r"^\s?(?:讯|电|消息)")
HEADER: Final = re.compile(
    r"来源|发布时间|发布日期|发表时间|作者[:：]|编辑[:：]|点击|浏览|阅读|字号|第\d+版|星期[一二三四五六日]|\d{1,2}:\d{2}|\d+版$"
)

PLANNED: Final = re.compile(
    r"将(?!军|领)|拟|(?<!行动)(?<!三年)计划|预计|力争|即将|打算|准备|定于|初定|争取|有望|安排|预定|排定|定在|要在|约定|商定|待到|届时|会在|答应|承诺"
)
"""What announces that a date lies ahead."""

SECTION: Final = re.compile(
    r"^[\W_]*(?:(?P<year>(?:19|20)\d{2}|二[〇零○][〇零○一二三四五六七八九]{2})年?)?(?:[·.、\s]?(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?"
    r"(?=$|[\s：:·—|｜】\]）)])"
)
"""A heading that dates what stands below it: 2021·五月　登门; 3月; 【2019年】."""

ANNALS: Final = re.compile(r"(?P<year>(?:19|20)\d{2})年.{0,20}(?:大事记|纪事|要事|日志|年鉴|编年)")
"""A headline that tells that all days below lie in one year."""

CHINESE_DAYS: Final = re.compile(r"月[一二三四五六七八九十廿卅]{1,3}日")
"""Shows that a text writes its days in Chinese numerals, so that 二日 is one."""
