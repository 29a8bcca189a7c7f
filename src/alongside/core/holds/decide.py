"""A legal hold from its writing to its end: advised, noticed, moved, warned of, over. Nothing here moves responsibility."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import MODALITIES, ClockKind
from alongside.core.fact import Fact, episode_stream
from alongside.core.holds import facts as f
from alongside.core.holds import requests as r
from alongside.core.holds.state import Hold
from alongside.core.holds.writing import next_warning, write_hold
from alongside.core.refused import Refused

AGAIN_MS = 15 * 60_000  # a person is held by nothing: said again until somebody writes how it ended
ENDS = frozenset({"released", "voluntary", "other_paper"})
TOLD = frozenset({"person", "family", "guardian", "advocate", "officer", "facility", "nobody"})
NOT_ADVISED = frozenset({"unconscious", "danger", "no_interpreter", "declined_to_listen"})


def give_advisement(asking: Asking, request: r.GiveAdvisement) -> tuple[Fact, ...]:
    """In a language the person understands; an incomplete one says why."""
    one = open_hold(asking, request.hold)
    if request.modality not in MODALITIES:
        raise Refused("not_in_list", what="modality", allowed=", ".join(sorted(MODALITIES)))
    if not request.language:
        raise Refused("language_missing")
    if not request.complete and request.reason not in NOT_ADVISED:
        raise Refused("not_in_list", what="reason", allowed=", ".join(sorted(NOT_ADVISED)))
    reason = "" if request.complete else request.reason
    return (f.AdvisementGiven(*_named(asking, one), request.language, request.modality, request.complete, reason),)


def serve_notice(asking: Asking, request: r.ServeHoldNotice) -> tuple[Fact, ...]:
    """One that this kind of hold asks for, once."""
    one = open_hold(asking, request.hold)
    kind = asking.rules.jurisdiction.find_kind(one.kind)
    known = [notice.id for notice in kind.notices] if kind else []
    if request.notice not in known:
        raise Refused("not_in_list", what="notice", allowed=", ".join(known))
    if request.notice in dict(one.served):
        raise Refused("notice_served")
    return (f.HoldNoticeServed(*_named(asking, one), request.notice),)


def move_hold(asking: Asking, request: r.MoveHold) -> tuple[Fact, ...]:
    """The time goes on as it was."""
    one = open_hold(asking, request.hold)
    asking.place(request.facility)
    if request.facility == one.facility:
        raise Refused("hold_there_already", facility=request.facility)
    return (f.HoldMoved(*_named(asking, one), request.facility),)


def end_hold(asking: Asking, request: r.EndHold) -> tuple[Fact, ...]:
    """Somebody says who was told, were it nobody."""
    one = open_hold(asking, request.hold)
    if request.how not in ENDS:
        raise Refused("not_in_list", what="how", allowed=", ".join(sorted(ENDS)))
    if not request.told or not set(request.told) <= TOLD or ("nobody" in request.told and len(request.told) > 1):
        raise Refused("hold_told_missing", allowed=", ".join(sorted(TOLD)))
    return (f.HoldEnded(*_named(asking, one), request.how, tuple(sorted(request.told)), asking.by.staff),)


def hold_due(asking: Asking, id: str) -> tuple[Fact, ...]:
    """Near its latest time, and at it."""
    one = open_hold(asking, id)
    if asking.now >= one.latest_at:
        return (f.HoldTimeOver(*_named(asking, one), one.latest_at, asking.now + AGAIN_MS),)
    kind = asking.rules.jurisdiction.find_kind(one.kind)
    return (f.HoldNearsEnd(*_named(asking, one), one.latest_at, next_warning(kind, one.latest_at, asking.now) if kind else None),)


def open_hold(asking: Asking, id: str) -> Hold:
    """The hold while nobody has written how it ended, or ``Refused``."""
    found = asking.board.holds.find(id)
    if found is None:
        raise Refused("hold_unknown")
    if not found.is_open():
        raise Refused("hold_ended")
    return found


def _named(asking: Asking, one: Hold) -> tuple[str, int, str, str, str]:
    return episode_stream(one.episode), asking.at, one.id, one.episode, one.incident


DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.WriteHold: write_hold,
    r.GiveAdvisement: give_advisement,
    r.ServeHoldNotice: serve_notice,
    r.MoveHold: move_hold,
    r.EndHold: end_hold,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.HOLD: hold_due}
