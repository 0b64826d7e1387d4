"""Counts which character follows which and writes the table that the repair of shifted bytes uses.

    python -m training.bigrams --words FILE [--out FILE]

Sources: the training material, and a list of words with frequencies, one `word frequency tag` a line: `dict.txt` of
jieba 0.42.1 (MIT licence, https://github.com/fxsjy/jieba).
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import extractors
from extractors.text.bigrams import Bigrams
from extractors.text.repair import repair
from training.material import PARTS, samples

DATA = Path(extractors.__file__).parent / "lexicons" / "bigrams.txt"
HEADER = (
    "# Characters and those that follow them, with counts: training material of the project (CC0-1.0) and the words\n"
    "# of jieba 0.42.1 (MIT, https://github.com/fxsjy/jieba). Written by `python -m training.bigrams`."
)
SCALE = 40
"""By so much are the frequencies of the list divided."""
LEAST = 2
"""Pairs that stand less often are left out."""
CHINESE = re.compile(r"[\u4e00-\u9fff]{1,8}")


def words(path: Path) -> Iterator[tuple[str, float]]:
    """Chinese words of the list with their frequency, brought to the scale of the material."""
    for line in path.read_text("utf-8").splitlines():
        word, frequency, *_ = line.split(" ")
        if CHINESE.fullmatch(word):
            yield word, int(frequency) / SCALE


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=DATA)
    arguments = parser.parse_args()
    texts = [re.sub(r"\s+", "", repair(s.article.text).text) for part in PARTS for s in samples(part)]
    counts = Bigrams.counted(texts)
    single: Counter[str] = Counter(counts.single)
    pairs: Counter[str] = Counter(counts.pairs)
    for word, frequency in words(arguments.words):
        for character in word:
            single[character] += frequency  # type: ignore[assignment]
        for one, other in pairwise(word):
            pairs[one + other] += frequency  # type: ignore[assignment]
    followers: defaultdict[str, list[str]] = defaultdict(list)
    for pair, count in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST:
            followers[pair[0]].append(f"{pair[1]}{round(count)}")
    rows = [
        " ".join((c, str(round(n)), *followers[c])) for c, n in sorted(single.items()) if round(n) and not c.isdigit()
    ]
    arguments.out.write_text("\n".join((HEADER, *rows)) + "\n", "utf-8")
    print(f"{len(rows)} characters, {sum(map(len, followers.values()))} pairs: {arguments.out}")


if __name__ == "__main__":
    main()
