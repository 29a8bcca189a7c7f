"""``alongside import hsds FILE …`` and ``alongside directory export FILE``: directories of services in and out."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.ledger.cli import which
from alongside.library.directory.export import export
from alongside.library.directory.opening import Unreadable
from alongside.library.reading import Mistake
from alongside.server.directory.importing import Import, import_hsds, load_licensed
from alongside.server.site.clock import Clock
from alongside.server.site.directory import open_directory

SHOWN = 10


def main(argv: Sequence[str]) -> int:
    """0 done; 1 refused with a sentence, or the rows do not add up; 2 not understood."""
    told = _parser().parse_args(list(argv))
    directory = open_directory(which(told))
    try:
        if told.action == "export":
            return _export(directory.page().bodies, told.file)
        if told.action == "taxonomy":
            print(f"{load_licensed(directory, told.file, Clock().now()):,} codes loaded.")
            return 0
        done = import_hsds(directory, told.files, told.source, Clock().now(), told.dry_run)
    except (Unreadable, Mistake) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    finally:
        directory.close()
    if told.report:
        told.report.write_text(json.dumps(done.told, ensure_ascii=False, indent=1), encoding="utf-8")
    print(json.dumps(done.told, ensure_ascii=False) if told.json else "\n".join(sentences(done)))
    return 0 if done.report.reconciles else 1


def sentences(done: Import) -> list[str]:
    """The report for people."""
    report, changes = done.report, done.changes
    lines = [
        f"{name:<24} {report.read[name]:>7,} read = {report.kept[name]:>7,} kept + {report.merged[name]:>6,} merged "
        f"+ {report.refused_by[name]:>6,} refused"
        for name in sorted(report.read)
    ]
    lines += [one.sentence for one in report.refused[:SHOWN]]
    if len(report.refused) > SHOWN:
        lines.append(f"… and {len(report.refused) - SHOWN:,} more; every one is in --report FILE.")
    lines.append(
        f"{len(changes.new):,} new, {len(changes.changed):,} changed, {changes.same:,} the same, "
        f"{len(changes.vanished):,} no longer listed (kept and marked), {len(changes.back):,} back."
    )
    return lines


def _export(bodies: object, file: Path) -> int:
    services = [one for one in bodies.values() if "status" in one]  # type: ignore[attr-defined]
    page = export(services, bodies)  # type: ignore[arg-type]
    file.write_text(json.dumps(page, ensure_ascii=False, indent=1), encoding="utf-8")
    print(f"{page['total_items']:,} services written to {file}.")
    return 0


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="alongside", description=__doc__)
    actions = ask.add_subparsers(dest="action", required=True)
    read = actions.add_parser("import", help="read HSDS files: zip, folder, CSV, JSON; .gz too")
    read.add_argument("files", type=Path, nargs="+", metavar="FILE")
    read.add_argument("--source", default="directory", help="whose directory it is; a newer file of the same source replaces the older")
    read.add_argument("--dry-run", action="store_true", help="read and compare everything, change nothing")
    read.add_argument("--report", type=Path, metavar="FILE", help="write the report with every refused row as JSON")
    read.add_argument("--json", action="store_true", help="print the report as JSON")
    write = actions.add_parser("export", help="write everything as HSDS 3.1")
    write.add_argument("file", type=Path, metavar="FILE")
    codes = actions.add_parser("taxonomy", help="load which codes of a licensed taxonomy mean which need: CSV of code, name, need")
    codes.add_argument("file", type=Path, metavar="FILE")
    for one in (read, write, codes):
        one.add_argument("--ledger", help="a SQLite file or PostgreSQL address (the one of the data folder)")
    return ask
