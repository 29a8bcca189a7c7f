"""Two incidents may be one need: suggested with reasons, linked and unlinked by a person, never merged."""

from alongside.core.asking import Asking
from alongside.core.codes import EndReason, PartyKind
from alongside.core.fact import Fact, area_stream
from alongside.core.geography.distance import metres_between
from alongside.core.intake import facts as f
from alongside.core.intake import requests as r
from alongside.core.intake.later import fetched_back
from alongside.core.intake.queue import level_of, wait_until
from alongside.core.party import Party, Reason, reason
from alongside.core.promise.decide import reopen
from alongside.core.refused import Refused
from alongside.core.state import Incident


def link_incidents(asking: Asking, request: r.LinkIncidents) -> tuple[Fact, ...]:
    """A person links; nothing is merged, nobody's responsibility moves."""
    incident, other = asking.incident(request.incident), asking.incident(request.other)
    if incident.id == other.id:
        raise Refused("link_to_self", number=incident.number)
    if other.id in incident.links:
        raise Refused("already_linked", number=incident.number, other=other.number)
    return (f.IncidentsLinked(area_stream(incident.area), asking.at, incident.id, other.id, request.basis),)


def unlink_incidents(asking: Asking, request: r.UnlinkIncidents) -> tuple[Fact, ...]:
    """Everything is as before the link: whoever ended as a duplicate has somebody responsible again."""
    incident, other = asking.incident(request.incident), asking.incident(request.other)
    if other.id not in incident.links:
        raise Refused("not_linked", number=incident.number, other=other.number)
    unlinked = f.IncidentsUnlinked(area_stream(incident.area), asking.at, incident.id, other.id)
    return (unlinked, *_restored(asking, incident), *_restored(asking, other))


def _restored(asking: Asking, incident: Incident) -> tuple[Fact, ...]:
    """People of an incident whose only link goes, and who had ended because of it, are in the care of a desk again."""
    people = [one for id in incident.episodes if (one := asking.episode(id)).ended is EndReason.DUPLICATE]
    if not people or len(incident.links) > 1:
        return ()
    desk = Party(PartyKind.POSITION, asking.by.seat if asking.by.seat in asking.board.positions else incident.position)
    waits = wait_until(asking, level_of(asking, incident), asking.now)
    opened = f.IncidentOpened(area_stream(incident.area), asking.at, incident.id, "unlinked", waits)
    return (opened, *reopen(asking, people, desk), *fetched_back(asking, incident))


def suggest_links(asking: Asking, incident: Incident) -> list[tuple[Incident, tuple[Reason, ...]]]:
    """Open incidents that may be the same need, most reasons first: near in place and time, or the same beat and concern."""
    found = []
    for id in asking.board.open_incidents:
        other = asking.incident(id)
        if other.id != incident.id and other.id not in incident.links:
            reasons = _alike(asking, incident, other)
            if reasons:
                found.append((other, reasons))
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[0].index))


def _alike(asking: Asking, one: Incident, two: Incident) -> tuple[Reason, ...]:
    """Reasons to think so; empty unless both place and time are near."""
    apart_ms = abs(one.taken_at - two.taken_at)
    if one.spot is None or two.spot is None or apart_ms > asking.rules.program.links_within_ms:
        return ()
    apart_m = metres_between(one.spot, two.spot)
    if apart_m > asking.rules.program.links_within_m + one.uncertainty_m + two.uncertainty_m:
        return ()
    reasons = [reason("near", metres=apart_m), reason("same_time", minutes=apart_ms // 60_000)]
    same = sorted({answer for answer in one.answers if answer in two.answers and answer[0] == "concern"})
    return (*reasons, *(reason("same_concern", answer=answer) for _, answer in same))
