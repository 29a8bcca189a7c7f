"""``alongside jurisdiction form fields | load | example | list``: the county's own paper, loaded once and filled from then on."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.ledger.cli import data_folder
from alongside.server.official import loading, proposing


def main(argv: Sequence[str]) -> int:
    """0: done; 1: refused with a sentence; 2: not understood."""
    told = _parser().parse_args(list(argv))
    try:
        for line in _run(told, data_folder()):
            print(line)
    except (ValueError, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0


def _run(told: argparse.Namespace, data: Path) -> Sequence[str]:
    if told.action == "list":
        return list(loading.list_forms(data)) or ["No form is loaded."]
    if told.action == "fields":
        return list(proposing.propose(told.pdf, told.jurisdiction, told.kind, told.title or told.pdf.stem))
    if told.action == "load":
        return list(loading.load(data, told.pdf, told.mapping, told.jurisdiction, told.kind))
    filled = proposing.example(told.pdf, told.mapping, told.jurisdiction, told.kind)
    told.file.write_bytes(filled.content)
    return [f"{told.file}: an invented example. Compare every field with the form.", *_left(filled.by_hand, filled.continued)]


def _left(by_hand: Sequence[str], continued: Sequence[str]) -> list[str]:
    lines = [f"By hand: {', '.join(by_hand)}"] if by_hand else []
    return lines + ([f"Too small for the example: {', '.join(continued)}"] if continued else [])


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="alongside jurisdiction form", description=__doc__)
    actions = ask.add_subparsers(dest="action", required=True)
    fields = actions.add_parser("fields", help="list the fields of a PDF as a mapping to read and put right")
    fields.add_argument("pdf", type=Path, metavar="FORM.pdf")
    fields.add_argument("--title", default="", help="what the form is called, with its revision")
    load = actions.add_parser("load", help="check form and mapping, and fill it from now on")
    load.add_argument("pdf", type=Path, metavar="FORM.pdf")
    load.add_argument("mapping", type=Path, metavar="MAPPING.yaml")
    example = actions.add_parser("example", help="fill the form with invented answers, to compare before it is loaded")
    example.add_argument("pdf", type=Path, metavar="FORM.pdf")
    example.add_argument("mapping", type=Path, metavar="MAPPING.yaml")
    example.add_argument("file", type=Path, metavar="OUT.pdf")
    for one in (fields, load, example):
        one.add_argument("--jurisdiction", required=True, help="the pack: invented, california, …")
        one.add_argument("--kind", required=True, help="the kind of hold in that pack")
    actions.add_parser("list", help="which forms are loaded, and whether they can be filled")
    return ask
