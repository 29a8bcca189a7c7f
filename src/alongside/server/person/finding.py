"""Whose record could this be: by blind marks of name, date of birth and phone. Nothing of any record is read to find it."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from alongside.server.site.deployment import Deployment

MOST = 8


class Fit(NamedTuple):
    """A record, and how it fits, as codes: ``name_same`` …"""

    person: str
    reasons: tuple[str, ...]


def find_people(deployment: Deployment, said: Mapping[str, str]) -> list[Fit]:
    """Records that fit, those that fit best first; takes the board for a moment. What was written by mistake finds nobody."""
    alike = [(field, one) for field, text in said.items() if text for one in deployment.vault.list_alike(field, text)]
    fits: dict[str, list[str]] = defaultdict(list)
    with deployment.ledger.board() as board:
        for field, found in alike:
            item = board.items.find(found.enclosure_id)
            if item is not None and item.state not in ("mistaken", "withdrawn") and f"{field}_same" not in fits[item.person]:
                fits[item.person].append(f"{field}_same")
    best = sorted(fits.items(), key=lambda one: -len(one[1]))
    return [Fit(person, tuple(reasons)) for person, reasons in best if reasons][:MOST]
