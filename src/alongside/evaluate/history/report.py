"""What an import did, in numbers that add up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime

import polars as pl

from alongside.evaluate.history.shape import FLAGS

Progress = Callable[[int, float], None]  # rows read, share of the source read


@dataclass
class Report:
    """Counts of one import. `rows_read == rows_taken + rows_set_aside` and `rows_taken == calls + rows_merged`."""

    mapping: str
    files: list[str] = field(default_factory=list)
    assumed: list[str] = field(default_factory=list)
    rows_read: int = 0
    rows_taken: int = 0
    rows_set_aside: int = 0
    calls: int = 0
    current_calls: int = 0  # calls that are neither repeats nor superseded
    set_aside: Counter[str] = field(default_factory=Counter)
    flags: Counter[str] = field(default_factory=Counter)
    behavioural: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    eras: Counter[str] = field(default_factory=Counter)
    no_disposition_code: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    first_ms: int | None = None
    last_ms: int | None = None

    @property
    def rows_merged(self) -> int:
        """Unit rows that became part of another row's call."""
        return self.rows_taken - self.calls

    @property
    def reconciles(self) -> bool:
        """Whether every row read is accounted for."""
        return self.rows_read == self.rows_taken + self.rows_set_aside == self.rows_taken + self.set_aside.total() and self.rows_merged >= 0

    def count(self, calls: pl.LazyFrame) -> None:
        """Take the counts of the finished calls."""
        bits = [((pl.col("flags") & bit) != 0).sum().alias(name) for name, bit in FLAGS.items()]
        spent = FLAGS["duplicate"] | FLAGS["superseded"]
        ends = [pl.col("received_at").min().alias("first"), pl.col("received_at").max().alias("last"), pl.len().alias("calls")]
        now = ((pl.col("flags") & spent) == 0).sum().alias("now")
        row = calls.select(*bits, *ends, now).collect(engine="streaming").row(0, named=True)
        self.calls, self.current_calls, self.first_ms, self.last_ms = row["calls"], row["now"], row["first"], row["last"]
        self.flags.update({name: row[name] for name in FLAGS if row[name]})
        for column, counter in (("behavioural", self.behavioural), ("behavioural_rule", self.rules), ("era", self.eras)):
            counter.update(tally(calls, column))
        uncoded = calls.filter(pl.col("disposition").is_null() & pl.col("disposition_text").is_not_null())
        self.no_disposition_code.update(tally(uncoded, "disposition_text"))

    def as_json(self) -> str:
        """The report, counts in order of size and name."""
        body = {key: dict(ranked(value)) if isinstance(value, Counter) else value for key, value in vars(self).items()}
        return json.dumps({**body, "rows_merged": self.rows_merged, "reconciles": self.reconciles}, indent=1, ensure_ascii=False)

    def as_dict(self) -> dict[str, object]:
        """The report as plain data."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """The table that the command line shows."""
        yield f"{self.mapping}: {', '.join(self.files[:3])}{' …' if len(self.files) > 3 else ''}"
        yield from (f"  assumed: {text}" for text in self.assumed)
        yield from (f"  {name:<28}{value:>12,}" for name, value in self.sums())
        if self.first_ms is not None and self.last_ms is not None:
            yield f"  received {shown(self.first_ms)} to {shown(self.last_ms)} UTC"
        titles = {
            "set aside": self.set_aside, "flagged, kept": self.flags, "behavioural health": self.behavioural, "decided by": self.rules,
            "extraction rule": self.eras, "ended, no code of ours": self.no_disposition_code,
        }  # fmt: skip
        for title, counter in titles.items():
            if counter:
                yield f"  {title}:"
                yield from (f"    {name:<40}{number:>12,}" for name, number in ranked(counter)[:12])
        yield from (f"  note: {text}" for text in self.notes)
        yield f"  every row accounted for: {'yes' if self.reconciles else 'NO'}"

    def sums(self) -> tuple[tuple[str, int], ...]:
        return (
            ("rows read", self.rows_read), ("  set aside", self.rows_set_aside), ("  taken", self.rows_taken),
            ("    merged into a call", self.rows_merged), ("    calls", self.calls), ("      to count once each", self.current_calls),
        )  # fmt: skip


def tally(calls: pl.LazyFrame, column: str) -> dict[str, int]:
    found = calls.filter(pl.col(column).is_not_null()).group_by(column).len().collect(engine="streaming")
    return {str(name): int(number) for name, number in found.iter_rows()}


def ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))


def shown(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).strftime("%Y-%m-%d %H:%M")
