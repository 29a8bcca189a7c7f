"""Writes the browser's copy of the core's life tables (``./dev tables``), so that a page offers only what the core would allow."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from alongside.core import codes, life

TARGET = Path(__file__).resolve().parents[2] / "web/src/tables.ts"
HEAD = "// Written by ./dev tables from src/alongside/core/life.py. Do not edit: a test compares this file with the core.\n"
LIFE: Mapping[str, Mapping[Any, frozenset[Any]]] = {
    "INCIDENT": life.INCIDENT,
    "ASSIGNMENT": life.ASSIGNMENT,
    "UNIT": life.UNIT,
    "OFFER": life.OFFER,
    "RESERVATION": life.RESERVATION,
    "FOLLOW_UP": life.FOLLOW_UP,
    "EPISODE_ENDS": life.EPISODE_ENDS,
}
CODES = (codes.Disposition, codes.EndReason, codes.PoliceRole, codes.Origin, codes.AttemptOutcome, codes.AssignmentStatus)


def render() -> str:
    """The TypeScript text of every life table and of the closed vocabularies pages choose from."""
    tables = [_constant(name, {str(now): sorted(map(str, after)) for now, after in table.items()}) for name, table in LIFE.items()]
    lists = [_constant(_shouted(kind.__name__), [one.value for one in kind]) for kind in CODES]
    remote = _constant("REMOTE_ONLY", sorted([str(one), str(then)] for one, then in life.REMOTE_ONLY))
    crew = _constant("REPORTED_BY_CREW", sorted(map(str, life.REPORTED_BY_CREW)))
    return HEAD + "\n".join([*tables, remote, crew, *lists]) + "\n"


def _constant(name: str, value: object) -> str:
    return f"export const {name} = {json.dumps(value, indent=2)} as const;\n"


def _shouted(name: str) -> str:
    return "".join(f"_{letter}" if letter.isupper() else letter for letter in name).lstrip("_").upper() + "S"


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file, or with --check say whether it is current (exit 1 where it is not)."""
    ask = argparse.ArgumentParser(prog="./dev tables", description=__doc__)
    ask.add_argument("--check", action="store_true", help="write nothing; exit 1 where the file is not current")
    told = ask.parse_args(arguments)
    if told.check:
        current = TARGET.exists() and TARGET.read_text() == render()
        sys.stdout.write(f"web/src/tables.ts {'is current' if current else 'is not what the core says: run ./dev tables'}.\n")
        return 0 if current else 1
    TARGET.write_text(render())
    sys.stdout.write(f"Wrote {TARGET.name}: {len(LIFE)} life tables, {len(CODES)} vocabularies.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
