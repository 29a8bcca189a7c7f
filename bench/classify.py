"""`bench classify`: which call types are behavioural-health, against the Vera categories, each city judged by the others.

For each city, only the other four decide anything: which kinds of our rules count as what that table calls behavioural health
(at least half of the matched types in the other cities are), and which further single words do (found in at least two of the
other cities, and always in types that are). The rules themselves were written from the field's words before the labels were
looked at; the row “rules as written” takes nothing from any city. Types without a category are left out. The tables hold types
only: what the rules make of narratives and dispositions is not evaluated here."""

from __future__ import annotations

import json
import math
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl

from alongside.evaluate.history.classify import Rule, decide, list_rules, normalise
from bench.row import Row, not_measured

TABLE = Path(__file__).resolve().parents[2] / "shared" / "data" / "call_type_behavioral_health_tables" / "vera_call_types_5_cities.csv"
CATEGORY = "Behavioral Health"
DRAWS = 2_000


@dataclass(frozen=True)
class Type:
    """One call type of one city: its words, how many calls carried it, whether the table calls it behavioural health."""

    city: str
    text: str
    calls: int
    is_behavioural: bool
    rule: Rule | None


@dataclass(frozen=True)
class Choice:
    """What the training cities decided: kinds of rules and single words that count."""

    kinds: frozenset[str]
    words: frozenset[str]

    def says(self, item: Type) -> bool:
        return bool(item.rule and item.rule.kind in self.kinds) or bool(self.words & set(normalise(item.text).split()))


AS_WRITTEN = Choice(frozenset(rule.kind for rule in list_rules() if rule.behavioural == "behavioural"), frozenset())


def read_types() -> list[Type]:
    """Every categorised type of the table."""
    table = pl.read_csv(TABLE).filter(pl.col("category").is_not_null() & pl.col("call_type").is_not_null())
    rows = table.select("city", "call_type", pl.col("count").fill_null(0), pl.col("category").str.strip_chars() == CATEGORY).iter_rows()
    return [Type(city, text, calls, label, decide("type", text, list_rules())) for city, text, calls, label in rows]


def choose(training: list[Type]) -> Choice:
    """From the training cities alone."""
    kinds, right = Counter[str](), Counter[str]()
    for item in training:
        if item.rule:
            kinds[item.rule.kind] += 1
            right[item.rule.kind] += item.is_behavioural
    chosen = frozenset(kind for kind, number in kinds.items() if right[kind] * 2 >= number)
    return Choice(chosen, learn_words(training))


def learn_words(training: list[Type]) -> frozenset[str]:
    """Words of at least four letters seen in two or more of the cities, and only in behavioural-health types."""
    cities: dict[str, set[str]] = defaultdict(set)
    spoiled: set[str] = set()
    for item in training:
        for word in normalise(item.text).split():
            if item.is_behavioural and len(word) >= 4:
                cities[word].add(item.city)
            elif not item.is_behavioural:
                spoiled.add(word)
    return frozenset(word for word, where in cities.items() if len(where) >= 2 and word not in spoiled)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """95 % interval of a share (Wilson 1927)."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle, spread = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


def bootstrap(hits: np.ndarray, weights: np.ndarray) -> tuple[float, float]:
    """95 % interval of a share of calls, resampling types (2,000 draws, fixed seed): calls of one type are not independent."""
    if not len(weights):
        return 0.0, 1.0
    draws = np.random.default_rng(20_260_101).integers(0, len(weights), (DRAWS, len(weights)))
    shares = (hits * weights)[draws].sum(1) / np.maximum(1, weights[draws].sum(1))
    return float(np.quantile(shares, 0.025)), float(np.quantile(shares, 0.975))


def measure(name: str, judged: list[tuple[Type, bool]]) -> list[Row]:
    """Precision and recall, by types and by calls, of the pairs (type, what we said)."""
    rows = []
    said_so, is_so = [pair for pair in judged if pair[1]], [pair for pair in judged if pair[0].is_behavioural]
    for metric, among in (("precision", said_so), ("recall", is_so)):
        hits = np.array([item.is_behavioural and said for item, said in among], bool)
        weights = np.array([item.calls for item, _ in among], float)
        share = float(hits.mean()) if len(hits) else None
        rows.append(row(f"{name}: {metric} by types", share, wilson(int(hits.sum()), len(hits)), f"{int(hits.sum())} of {len(hits)} types"))
        weighted = float((hits * weights).sum() / weights.sum()) if weights.sum() else None
        counts = f"{int((hits * weights).sum()):,} of {int(weights.sum()):,} calls"
        rows.append(row(f"{name}: {metric} by calls", weighted, bootstrap(hits, weights), counts))
    return rows


def row(name: str, value: float | None, interval: tuple[float, float], counts: str) -> Row:
    spread = f"95 % interval {interval[0]:.3f} to {interval[1]:.3f}"
    reason = f"no floor is promised; {spread}; {counts}; narrative and disposition not evaluated"
    kind = "Vera categories"
    return Row(bench="classify", measure=name, ours=value, peer=None, peer_name=kind, ratio=None, floor=None, kept=None, reason=reason)


def rows() -> list[Row]:
    """Each city held out, all held-out judgements pooled, and the rules as written."""
    if not TABLE.exists():
        return [not_measured("classify", "precision and recall", "the table of Vera categories is absent (../shared/data)")]
    types = read_types()
    pooled: list[tuple[Type, bool]] = []
    made: list[Row] = []
    for city in sorted({item.city for item in types}):
        choice = choose([item for item in types if item.city != city])
        judged = [(item, choice.says(item)) for item in types if item.city == city]
        made += measure(f"{city} held out", judged)
        pooled += judged
    written = [(item, AS_WRITTEN.says(item)) for item in types]
    return [*made, *measure("all five, each held out", pooled), *measure("rules as written", written)]


if __name__ == "__main__":
    for line in rows():
        shown = "–" if line["ours"] is None else f"{line['ours']:.3f}"
        print(json.dumps(line) if "--json" in sys.argv else f"{line['measure']:<48}{shown:>7}  {line.get('reason', '')}")
