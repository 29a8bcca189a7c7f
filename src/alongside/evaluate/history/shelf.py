"""Where cleaned batches wait until the whole file has been read: in memory up to a fixed size, beyond it on disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import polars as pl

HELD_BYTES = 256 * 1024 * 1024


@dataclass
class Shelf:
    """Batches in the order they came; never more than `most` bytes of them (and one batch) in memory."""

    folder: Path
    most: int = field(default_factory=lambda: HELD_BYTES)
    held: list[pl.DataFrame] = field(default_factory=list)
    held_bytes: int = 0
    on_disk: int = 0

    def add(self, calls: pl.DataFrame) -> None:
        """Put one more batch behind the others."""
        self.held.append(calls)
        self.held_bytes += int(calls.estimated_size())
        if self.held_bytes > self.most:
            self.put_down()

    def put_down(self) -> None:
        for calls in self.held:
            calls.write_parquet(self.folder / f"{self.on_disk:06}.parquet", compression="uncompressed", statistics=False)
            self.on_disk += 1
        self.held, self.held_bytes = [], 0

    def scan(self) -> pl.LazyFrame | None:
        """All batches in order, to be read once; None when there were none."""
        if not self.on_disk:
            return pl.concat(self.held, rechunk=False).lazy() if self.held else None
        self.put_down()
        return pl.scan_parquet(self.folder / "*.parquet")
