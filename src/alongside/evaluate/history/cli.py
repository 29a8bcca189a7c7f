"""`alongside import cad FILE --mapping NAME`: the command line of the importer."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.evaluate.history.batch import Unreadable
from alongside.evaluate.history.importing import import_cad
from alongside.evaluate.history.mapping import list_mappings
from alongside.evaluate.history.report import Report
from alongside.evaluate.history.sniff import sniff
from alongside.library.reading import Mistake


def main(argv: Sequence[str]) -> int:
    """Import, try out (`--dry-run`) or sniff. 0 done, 1 refused with a sentence, 2 not understood."""
    told = parser().parse_args(list(argv))
    try:
        if told.sniff:
            print(sniff(told.file).text, end="")
            return 0
        if not told.mapping:
            print("import cad: --mapping NAME is needed; --sniff proposes one for a file without.", file=sys.stderr)
            return 2
        report = import_cad(told.file, told.mapping, told.out or usual_folder(told.mapping), dry_run=told.dry_run, progress=ShowProgress())
    except (Mistake, Unreadable) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    show(report, told)
    return 0 if report.reconciles else 1


def parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="alongside import cad", description="Read a dispatch centre's call history.")
    ask.add_argument("file", type=Path, help="delimited text, Excel, Parquet or ArcGIS JSON; .gz and .zip too; or a folder of pages")
    ask.add_argument("--mapping", metavar="NAME", help=f"a YAML file of your own, or one of: {', '.join(list_mappings())}")
    ask.add_argument("--out", type=Path, help="folder to write into (usual: history/NAME in the data folder)")
    ask.add_argument("--dry-run", action="store_true", help="read and count everything, write nothing")
    ask.add_argument("--sniff", action="store_true", help="propose a mapping for this file and print it")
    ask.add_argument("--json", action="store_true", help="print the report as JSON")
    return ask


def usual_folder(mapping: str) -> Path:
    return Path(os.environ.get("ALONGSIDE_DATA", "data")) / "history" / Path(mapping).stem


class ShowProgress:
    """Writes how far the import is, on a terminal only, over its own line."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, rows: int, share: float) -> None:
        if self.shown:
            print(f"\r  {rows:>12,} rows  {share:>4.0%}", end="" if share < 1 else "\n", file=sys.stderr, flush=True)


def show(report: Report, told: argparse.Namespace) -> None:
    if told.json:
        print(report.as_json())
        return
    print("\n".join(report.lines()))
    place = "nothing (dry run)" if told.dry_run else str(told.out or usual_folder(told.mapping))
    print(f"  written: {place}")
    if not (told.dry_run or told.out):
        print("  now: sign in on the server of that data folder as a supervisor, Planning → Design my program")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
