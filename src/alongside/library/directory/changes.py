"""What a newer file of the same source changes: new, changed (which fields), the same, no longer there."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from alongside.library.directory.entries import Entry


class Kept(NamedTuple):
    """What is kept of one entry now; ``gone_since`` in ms UTC where the newest file did not have it."""

    source: str
    kind: str
    body: Mapping[str, Any]
    gone_since: int | None = None


class Changes(NamedTuple):
    """By id: new entries, changed ones with the fields that differ, how many are the same, ids that vanished, ids that came back."""

    new: dict[str, Entry]
    changed: dict[str, tuple[Entry, tuple[str, ...]]]
    same: int
    vanished: tuple[str, ...]
    back: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether reading it again changes nothing."""
        return not (self.new or self.changed or self.vanished or self.back)


def compare(kept: Mapping[str, Kept], entries: Iterable[Entry], source: str) -> Changes:
    """What these entries change. What another source keeps is left alone."""
    new: dict[str, Entry] = {}
    changed: dict[str, tuple[Entry, tuple[str, ...]]] = {}
    seen, back = set[str](), list[str]()
    for one in entries:
        before = kept.get(one.id)
        seen.add(one.id)
        if before is None:
            new[one.id] = one
            continue
        if before.gone_since is not None:
            back.append(one.id)
        if fields := differing(before.body, one.body):
            changed[one.id] = (one, fields)
    vanished = tuple(id for id, one in kept.items() if one.source == source and id not in seen and one.gone_since is None)
    return Changes(new, changed, len(seen) - len(new) - len(changed), vanished, tuple(back))


def differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Names of the fields that say something else."""
    return tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))
