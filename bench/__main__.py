"""`python -m bench [NAME …] [--json]`: run each module of bench/ that has rows() in a process of its own and print what it found.

Exits 0 whatever the figures say: a figure is not a test. A benchmark that fails or takes too long becomes a row that says so.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.row import PLAIN, Row, not_measured

FOLDER = Path(__file__).parent
ASK = "import importlib, json, sys; print(); [print('ROW ' + json.dumps(row)) for row in importlib.import_module(sys.argv[1]).rows()]"
LONGEST_SECONDS = 1800


def list_names() -> list[str]:
    """The benchmarks, by file name: every module that defines rows()."""
    return sorted(path.stem for path in FOLDER.glob("*.py") if "\ndef rows(" in path.read_text())


def measure(name: str) -> list[Row]:
    """Run one benchmark in a process of its own; its rows, or one row that says what went wrong."""
    command = [sys.executable, "-c", ASK, f"bench.{name}"]
    try:
        told = subprocess.run(command, cwd=FOLDER.parent, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return [not_measured(name, "all", f"still running after {LONGEST_SECONDS} s")]
    rows: list[Row] = [json.loads(line[4:]) for line in told.stdout.splitlines() if line.startswith("ROW ")]
    if told.returncode:
        rows.append(not_measured(name, "the rest" if rows else "all", last_line(told.stderr) or f"exit code {told.returncode}"))
    return rows or [not_measured(name, "all", "rows() gave none")]


def last_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[-1]


def show(value: object) -> str:
    """A cell as people read it."""
    if isinstance(value, bool) or value is None:
        return {True: "yes", False: "NO", None: "–"}[value]
    if not isinstance(value, float):
        return str(value)
    return f"{value:,.4g}" if abs(value) < 10_000 else f"{value:,.0f}"


def cells(row: Row) -> list[str]:
    """The table's cells of one row; unit and reason stand after the measure."""
    named = dict(row)
    words = [show(named.get(key)) for key in PLAIN]
    words[1] += f" ({row['unit']})" if row.get("unit") else ""
    return [*words, str(named.get("reason", ""))]


def align(lines: list[list[str]]) -> Iterator[str]:
    """Lines of equal columns."""
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    for line in lines:
        yield "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip()


def main(argv: list[str] | None = None) -> int:
    """Measure and print; always 0."""
    ask = argparse.ArgumentParser(prog="./dev bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("names", nargs="*", metavar="NAME", help="which: " + ", ".join(list_names()) + " (all)")
    ask.add_argument("--json", action="store_true", help="one JSON object a line instead of a table")
    told = ask.parse_args(argv)
    rows: list[Row] = []
    for name in told.names or list_names():
        found = measure(name) if name in list_names() else [not_measured(name, "all", "there is no such benchmark")]
        rows.extend(found)
        if told.json:
            print("\n".join(json.dumps(row) for row in found), flush=True)
    if not told.json:
        print("\n".join(align([[*PLAIN, ""], *(cells(row) for row in rows)])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
