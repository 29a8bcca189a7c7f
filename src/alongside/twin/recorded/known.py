"""What the record fixes of a call's row of chances. Every other column is drawn, the same for every plan of one seed."""

from collections.abc import Iterator

from alongside.core.codes import TRANSPORTED, AssignmentStatus, Disposition
from alongside.twin.planning import columns as c
from alongside.twin.recorded.calls import Rang, Sent

LONGEST_MS = 20 * 86_400_000
SLOWEST = 10_000  # permille of the roads' time: beyond it a crew did something else on the way
Known = Iterator[tuple[int, int]]  # column, value
ENDS = {Disposition.DECLINED_SERVICE: c.DECLINED, Disposition.NOT_FOUND: c.NOT_FOUND}
OUTCOMES = {
    Disposition.RESOLVED_ON_SCENE: c.RESOLVED, Disposition.REFERRED: c.REFERRED, Disposition.ARRESTED: c.ARRESTED,
    **dict.fromkeys(TRANSPORTED, c.TAKEN_ALONG),
}  # fmt: skip


def known_of(one: Rang) -> Known:
    """Columns and values."""
    if one.assessed_at is not None:
        yield c.TRIAGE, _ms(one.assessed_at - one.at)
    if one.disposition is not None:
        yield c.END, ENDS.get(one.disposition, c.ENGAGED)
    if one.disposition in OUTCOMES:
        yield c.OUTCOME, OUTCOMES[one.disposition]
    lead = one.find_lead()
    if lead is not None:
        yield from _of_crew(one, lead)


def _of_crew(one: Rang, lead: Sent) -> Known:
    there, met, cleared = (
        lead.at.get(status) for status in (AssignmentStatus.ON_SCENE, AssignmentStatus.WITH_PERSON, AssignmentStatus.CLEARED)
    )
    left = lead.at.get(AssignmentStatus.ENROUTE)
    if there is not None and left is not None and lead.drive_ms:
        yield c.DRIVE, min(SLOWEST, _ms(there - left) * 1000 // lead.drive_ms)
    if there is not None and met is not None:
        yield c.CONTACT, _ms(met - there)
    if one.settled_at is None:
        return
    if met is not None:
        yield (c.BY_PHONE if there is None else c.SCENE), _ms(one.settled_at - met)
    elif there is not None:
        yield c.LOOK, _ms(one.settled_at - there)
    if cleared is not None and one.disposition not in TRANSPORTED:
        yield c.WRAP, _ms(cleared - one.settled_at)


def _ms(span: int) -> int:
    """Told late or in another order, it took no time."""
    return max(0, min(LONGEST_MS, span))
