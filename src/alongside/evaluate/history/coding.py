"""Words → codes for a table of calls: the disposition and the behavioural class, each distinct text looked at once."""

from __future__ import annotations

import polars as pl

from alongside.evaluate.history.classify import Classifier
from alongside.evaluate.history.dispositions import code_table
from alongside.evaluate.history.mapping import Mapping


class Coder:
    """Adds the coded columns; keeps what it has seen from batch to batch."""

    def __init__(self, mapping: Mapping) -> None:
        self.dispositions = dict(mapping.dispositions)
        self.type_words = dict(mapping.type_words)
        self.classifier = Classifier()

    def code(self, calls: pl.DataFrame) -> pl.DataFrame:
        """`calls` with `type_words`, `disposition`, `disposition_common` and the columns DECIDED, in the same order."""
        texts = calls.get_column("disposition_text").drop_nulls().unique().sort()
        table = code_table(texts, self.dispositions)
        words = pl.lit(None, pl.String)
        if self.type_words:
            words = pl.col("type").replace_strict(self.type_words, default=None, return_dtype=pl.String)
        coded = calls.with_columns(words.alias("type_words")).join(table, on="disposition_text", how="left", maintain_order="left")
        return self.classifier.classify(coded)
