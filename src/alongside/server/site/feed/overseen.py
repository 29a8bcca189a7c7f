"""What is late in longer work, for who oversees it: who holds it and that it is late, never whose it is or what it says."""

from collections.abc import Iterator

from alongside.core.codes import PartyKind
from alongside.core.fact import Fact
from alongside.core.late.finding import late_case, late_threat
from alongside.core.party import Party
from alongside.server.site.feed.alarms import list_alarms
from alongside.server.site.feed.one_alarm import alarm, late
from alongside.server.site.rows import Row, View

LATE_CHANGED = "LateChanged"  # what a frame says in place of the fact
LONGER = ("Case", "Threat")  # facts of longer work; of these an overseer's console learns only that something changed


def is_overseen(fact: Fact) -> bool:
    """Whether it may make something late, or settle it."""
    return fact.kind.startswith(LONGER)


def list_whole(view: View, now: int, late: tuple[Row, ...] = (), *, oversees: bool = False) -> list[Row]:
    """Everything that must not be overlooked; for who oversees longer work, what is late there after it."""
    return [*list_alarms(view, now, late), *(list_overseen(view, now) if oversees else ())]


def list_overseen(view: View, now: int) -> list[Row]:
    """Late cases, then late threat files, the oldest first."""
    found = (*sorted(cases_late(view, now), key=_since), *sorted(threats_late(view, now), key=_since))
    return list(found)


def _since(row: Row) -> int:
    return int(row["at"])


def cases_late(view: View, now: int) -> Iterator[Row]:
    """A contact, a task or an answer is owed past its time."""
    for one in view.board.cases:
        if found := late_case(one):
            told: Row = {"staff": one.worker} if one.worker else {"party": Party(PartyKind.POSITION, one.desk)}
            kind = "case_late" if one.worker else "case_late_at_desk"
            yield from late(view, now, "case", one.id, found, alarm(view, kind, found.since, parameters=told), f"/cases/{one.id}")


def threats_late(view: View, now: int) -> Iterator[Row]:
    """Nobody looked again in time, a task is late, or nobody answered who takes it over."""
    for one in view.board.threats:
        if found := late_threat(one):
            row = alarm(view, "threat_late", found.since, parameters={"staff": one.lead})
            yield from late(view, now, "threat", one.id, found, row, f"/threats/{one.id}")
