"""Which calls are behavioural-health? By rules written as data; the rule that decided stays with the call."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from alongside import library
from alongside.evaluate.history.shape import DECIDED
from alongside.library.reading import Reading, read_yaml

FILE = Path(library.__file__).parent / "classify" / "behavioural.yaml"
CLASSES = ("behavioural", "possible", "not")
CERTAINTY = ("stated", "likely", "weak")
OVER = ("type", "disposition", "narrative")
NO_WORDS = ("unknown", None, "no-words", "weak")
NO_RULE = ("not", None, "no-rule", "likely")


@dataclass(frozen=True)
class Rule:
    """Words found by `words` (and not by `unless`) in one of `over` are of this class and kind, with this certainty."""

    id: str
    kind: str
    behavioural: str
    certainty: str
    over: tuple[str, ...]
    words: re.Pattern[str]
    unless: re.Pattern[str] | None = None

    def decides(self, text: str) -> bool:
        """Whether the rule decides for this normalised text."""
        return bool(self.words.search(text)) and not (self.unless and self.unless.search(text))

    def verdict(self) -> tuple[str, str | None, str, str]:
        """As the columns DECIDED."""
        return self.behavioural, self.kind, self.id, self.certainty

    def heard(self) -> tuple[str, str | None, str, str]:
        """The same from a narrative, where naming a thing is not yet stating it ("denies being suicidal")."""
        return self.behavioural, self.kind, self.id, "likely" if self.certainty == "stated" else "weak"


def normalise(text: str) -> str:
    """Lower case, every run of other than letters and digits one blank, a blank on each side: ` emot disturbed person p `."""
    return f" {re.sub(r'[^a-z0-9]+', ' ', text.lower()).strip()} "


@cache
def list_rules() -> tuple[Rule, ...]:
    """The library's rules in order. Raises `Mistake` with file, line and field."""
    reading = read_yaml(FILE)
    return tuple(read_rule(reading, index) for index in range(len(reading.get("rules"))))


def read_rule(reading: Reading, index: int) -> Rule:
    where = ("rules", index)
    for field, known in (("class", CLASSES), ("certainty", CERTAINTY)):
        if reading.get(*where, field) not in known:
            raise reading.mistake(f"must be one of {', '.join(known)}", *where, field)
    over = tuple(reading.find(*where, "over") or OVER)
    if not set(over) <= set(OVER):
        raise reading.mistake(f"must be some of {', '.join(OVER)}", *where, "over")
    unless = reading.find(*where, "unless")
    return Rule(
        reading.get(*where, "id"), reading.get(*where, "kind"), reading.get(*where, "class"), reading.get(*where, "certainty"), over,
        pattern(reading, *where, "words"), pattern(reading, *where, "unless") if unless else None,
    )  # fmt: skip


def pattern(reading: Reading, *where: str | int) -> re.Pattern[str]:
    try:
        return re.compile(str(reading.get(*where)))
    except re.error as error:
        raise reading.mistake(f"is not a regular expression: {error}", *where) from error


def decide(over: str, text: str | None, rules: Iterable[Rule]) -> Rule | None:
    """The first rule that decides for this text, or None."""
    words = normalise(text or "")
    return next((rule for rule in rules if over in rule.over and rule.decides(words)), None) if words.strip() else None


class Classifier:
    """Remembers every distinct pair of type and disposition, so that each is judged once however many calls carry it."""

    def __init__(self, rules: tuple[Rule, ...] | None = None) -> None:
        self.rules = list_rules() if rules is None else rules
        self.texts: dict[tuple[str, str | None], Rule | None] = {}
        self.seen: dict[tuple[str | None, str | None], tuple[str, str | None, str, str]] = {}

    def judge(self, kind: str | None, disposition: str | None) -> tuple[str, str | None, str, str]:
        """As DECIDED: the strongest class that type or disposition gives, the type's rule first."""
        if (kind, disposition) not in self.seen:
            found = [self.decide("type", kind), self.decide("disposition", disposition)]
            told = sorted((rule for rule in found if rule), key=lambda rule: CLASSES.index(rule.behavioural))
            nothing = NO_RULE if kind else NO_WORDS
            self.seen[kind, disposition] = told[0].verdict() if told else nothing
        return self.seen[kind, disposition]

    def decide(self, over: str, text: str | None) -> Rule | None:
        """As `decide`, remembered."""
        if (over, text) not in self.texts:
            self.texts[over, text] = decide(over, text, self.rules)
        return self.texts[over, text]

    def classify(self, calls: pl.DataFrame) -> pl.DataFrame:
        """`calls` (with type, type_words, initial_type, disposition_text, narrative) plus the columns DECIDED, same order."""
        keys = pl.concat_str(pl.col("initial_type"), pl.col("type"), pl.col("type_words"), separator=" · ", ignore_nulls=True)
        keyed = calls.with_columns(pl.when(keys != "").then(keys).alias("_kind"))
        pairs = keyed.select("_kind", "disposition_text").unique()
        judged = [(*pair, *self.judge(*pair)) for pair in pairs.sort("_kind", "disposition_text").iter_rows()]
        schema = dict.fromkeys(("_kind", "disposition_text", *DECIDED), pl.String)
        table = pl.DataFrame(judged, schema=schema, orient="row")
        told = keyed.join(table, on=["_kind", "disposition_text"], how="left", nulls_equal=True, maintain_order="left").drop("_kind")
        return self.read_narratives(told)

    def read_narratives(self, calls: pl.DataFrame) -> pl.DataFrame:
        """Narratives are read only where type and disposition left the call undecided or merely possible."""
        open_still = (pl.col("behavioural") != "behavioural") & pl.col("narrative").is_not_null()
        texts = calls.filter(open_still).get_column("narrative").unique().sort()
        told = [(text, decide("narrative", text, self.rules)) for text in texts]
        found = [(text, *rule.heard()) for text, rule in told if rule and rule.behavioural != "not"]
        if not found:
            return calls
        new = pl.DataFrame(found, schema=dict.fromkeys(("narrative", *(f"_{name}" for name in DECIDED)), pl.String), orient="row")
        calls = calls.join(new, on="narrative", how="left", maintain_order="left")
        better = open_still & pl.col("_behavioural").is_not_null()
        chosen = [pl.when(better).then(pl.col(f"_{name}")).otherwise(pl.col(name)).alias(name) for name in DECIDED]
        return calls.with_columns(chosen).drop(f"_{name}" for name in DECIDED)
