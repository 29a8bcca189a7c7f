"""Who may write a legal hold: under verified law, with a designation in date, on a criterion the law names, for somebody of that age."""

from alongside.core.asking import Asking
from alongside.core.codes import PartyKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.holds import facts as f
from alongside.core.holds import requests as r
from alongside.core.holds.counting import latest_time
from alongside.core.holds.rules import HoldKind, Jurisdiction
from alongside.core.refused import Refused
from alongside.core.state import Episode

FACTS = "hold_facts"


def write_hold(asking: Asking, request: r.WriteHold) -> tuple[Fact, ...]:
    """It moves nobody: whoever is responsible stays so. A second paper about the same detention never makes it longer."""
    episode, law = asking.open_episode(request.episode), verified_law(asking)
    if request.hold in asking.board.holds:
        raise Refused("hold_exists")
    current = asking.board.holds.find(asking.board.hold_of.get(episode.id, ""))
    if current is not None and current.is_open():
        raise Refused("hold_running", latest_at=current.latest_at)
    kind = _kind(law, request, episode)
    _must_be_designated(asking, kind, request.designated_until)
    if not any(one.field == FACTS for one in request.words):
        raise Refused("hold_facts_missing")
    latest_at = latest_time(law, kind, request.started_at)
    if request.started_at > asking.now or latest_at <= asking.now:
        raise Refused("hold_start_wrong")
    papers = (one for one in asking.board.holds if one.episode == episode.id)
    ends = [one.latest_at for one in papers if request.started_at < (one.ended_at or 0)]
    if ends and latest_at > min(ends):
        raise Refused("hold_lengthens", latest_at=min(ends))
    by, facility = asking.by, _place_of(episode)
    named = (episode_stream(episode.id), asking.at, request.hold, episode.id, episode.incident)
    ground = (law.id, kind.id, tuple(sorted(set(request.criteria))))
    times = (request.started_at, latest_at, next_warning(kind, latest_at, asking.now) or latest_at)
    return (f.HoldWritten(*named, *ground, *times, by.staff, by.role, by.agency, facility, request.words),)


def verified_law(asking: Asking) -> Jurisdiction:
    """The jurisdiction's pack, or ``Refused``: without one that somebody answers for there are no holds here."""
    law = asking.rules.jurisdiction
    if not law.kinds:
        raise Refused("jurisdiction_missing")
    if not law.is_verified(asking.now):
        raise Refused("jurisdiction_unverified")
    return law


def next_warning(kind: HoldKind, latest_at: int, now: int) -> int | None:
    """When the clock rises next before the latest time; None where no warning is left."""
    return min((latest_at - ms for ms in kind.warn_ms if latest_at - ms > now), default=None)


def _kind(law: Jurisdiction, request: r.WriteHold, episode: Episode) -> HoldKind:
    kind = law.find_kind(request.hold_kind)
    if kind is None:
        raise Refused("not_in_list", what="hold_kind", allowed=", ".join(one.id for one in law.kinds))
    if kind.minors != episode.minor:
        raise Refused("hold_other_age")
    if not request.criteria or not set(request.criteria) <= kind.criteria:
        raise Refused("not_in_list", what="criteria", allowed=", ".join(sorted(kind.criteria)))
    return kind


def _must_be_designated(asking: Asking, kind: HoldKind, until: int | None) -> None:
    """A local designation in date: a role alone writes no hold."""
    if asking.by.role not in kind.roles:
        raise Refused("hold_other_role", role=asking.by.role)
    if until is None:
        raise Refused("not_designated")
    if until <= asking.now:
        raise Refused("designation_over")


def _place_of(episode: Episode) -> str:
    party = episode.responsible
    return party.id if party is not None and party.kind is PartyKind.FACILITY else ""
