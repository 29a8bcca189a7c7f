"""A directory's files read, joined, compared with what is kept, and taken."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from alongside.library.directory.changes import Changes
from alongside.library.directory.entries import Entry, entries_of
from alongside.library.directory.joining import join
from alongside.library.directory.licensed import read_licensed
from alongside.library.directory.opening import read_rows
from alongside.library.directory.report import Report
from alongside.server.site.directory import Directory

NAMED = 20  # of each kind of change, by name, in the report


class Import(NamedTuple):
    """What was read and what it changes."""

    report: Report
    changes: Changes
    told: dict[str, Any]


def import_hsds(directory: Directory, files: Sequence[Path], source: str, now: int, dry_run: bool = False) -> Import:
    """Read and take. Raises ``Unreadable`` where a file is no directory; then nothing is changed."""
    report = Report()
    entries = entries_of(join(read_rows(files, report), report), source)
    changes = directory.compare(entries, source)
    told = {"source": source, "files": [file.name for file in files], **report.as_json(), "changes": changes_told(changes)}
    if not dry_run:
        directory.take(entries, source, now, told)
    return Import(report, changes, told)


def load_licensed(directory: Directory, file: Path, now: int) -> int:
    """Take a county's licensed codes in place of those before; how many. Raises ``Mistake``."""
    licensed = read_licensed(file)
    directory.take_licensed(licensed, now)
    return len(licensed)


def changes_told(changes: Changes) -> dict[str, Any]:
    """Counts, and the first of each by name."""
    changed = [f"{_name(one)}: {', '.join(fields)}" for one, fields in changes.changed.values()]
    return {
        "new": len(changes.new), "changed": len(changes.changed), "same": changes.same, "vanished": len(changes.vanished),
        "back": len(changes.back), "named": {"new": [_name(one) for one in changes.new.values()][:NAMED], "changed": changed[:NAMED]},
    }  # fmt: skip


def _name(one: Entry) -> str:
    return str(one.body.get("name", one.id))
