"""The end of somebody's words: proposed on a ground, refused while anything needs them, signed by a second person, done by the vault."""

from collections.abc import Iterator

from alongside.core.asking import Asking
from alongside.core.board import Board
from alongside.core.codes import FollowUpStatus, IncidentStatus
from alongside.core.custodian import facts as f
from alongside.core.custodian import requests as r
from alongside.core.custodian.about import is_about, list_incidents, must_exist, owners_of, stream_of
from alongside.core.custodian.preserving import is_preserved
from alongside.core.custodian.state import Erasure
from alongside.core.fact import Fact
from alongside.core.refused import Refused

GROUNDS = frozenset({"kept_long_enough", "court_order", "person_asked", "never_ours"})


def propose_erasure(asking: Asking, request: r.ProposeErasure) -> tuple[Fact, ...]:
    """Nothing is destroyed yet."""
    must_exist(asking, request.about_kind, request.about)
    if request.ground not in GROUNDS:
        raise Refused("not_in_list", what="ground", allowed=", ".join(sorted(GROUNDS)))
    if request.erasure in asking.board.erasures:
        raise Refused("erasure_exists")
    _must_be_free(asking, request.about_kind, request.about)
    told = (request.erasure, request.about_kind, request.about, request.ground, asking.by.staff)
    return (f.ErasureProposed(stream_of(asking.board, request.about_kind, request.about), asking.at, *told),)


def take_back_erasure(asking: Asking, request: r.TakeBackErasure) -> tuple[Fact, ...]:
    """Before anybody signed."""
    one = _waiting(asking, request.erasure)
    if not request.reason:
        raise Refused("reason_missing")
    return (f.ErasureTakenBack(stream_of(asking.board, one.about_kind, one.about), asking.at, one.id, request.reason),)


def sign_erasure(asking: Asking, request: r.SignErasure) -> tuple[Fact, ...]:
    """Another person, and everything looked at again: much may have happened since it was proposed."""
    one = _waiting(asking, request.erasure)
    if asking.by.staff == one.author:
        raise Refused("second_person")
    _must_be_free(asking, one.about_kind, one.about)
    told = (one.id, asking.by.staff, owners_of(asking.board, one.about_kind, one.about))
    return (f.ErasureSigned(stream_of(asking.board, one.about_kind, one.about), asking.at, *told),)


def finish_erasure(asking: Asking, request: r.FinishErasure) -> tuple[Fact, ...]:
    """Said by the server once the vault has no key of these owners."""
    one = asking.board.erasures.find(request.erasure)
    if one is None or one.state != "signed":
        raise Refused("erasure_not_signed")
    return (f.ErasureDone(stream_of(asking.board, one.about_kind, one.about), asking.at, one.id),)


def list_needs(board: Board, kind: str, id: str) -> tuple[str, ...]:
    """Why the words are needed still, as codes; empty where nothing stands against erasing them."""
    return tuple(dict.fromkeys(_needs(board, kind, id)))


def _needs(board: Board, kind: str, id: str) -> Iterator[str]:
    if is_preserved(board, kind, id):
        yield "preserved"
    for incident in (board.incidents.find(one) for one in list_incidents(board, kind, id)):
        if incident is not None and incident.status in (IncidentStatus.OPEN, IncidentStatus.SCHEDULED):
            yield "incident_open"
    known = board.people.find(id) if kind == "person" else None
    if known is not None and any(one is not None and one.is_open for one in map(board.cases.find, known.cases)):
        yield "case_open"
    file = board.threats.find(id) if kind == "threat" else None
    if file is not None and file.is_open:
        yield "threat_open"
    owners = owners_of(board, kind, id)
    for episode in (board.episodes.find(owner[1]) for owner in owners):
        if episode is None:
            continue
        if episode.responsible is not None:
            yield "person_in_care"
        if any(
            one is not None and one.status in (FollowUpStatus.DUE, FollowUpStatus.TAKEN)
            for one in map(board.follow_ups.find, episode.follow_ups)
        ):
            yield "follow_up_open"
        if any(one.episode == episode.id and one.filed_at is None for one in board.reports):
            yield "report_open"
    if any(one.is_open and any(is_about(board, one.about_kind, one.about, owner) for owner in owners) for one in board.releases):
        yield "release_open"


def is_going(board: Board, kind: str, id: str) -> bool:
    """Whether somebody signed that these words go, or they are gone."""
    return any(one.state in ("signed", "done") and (one.about_kind, one.about) == (kind, id) for one in board.erasures)


def _must_be_free(asking: Asking, kind: str, id: str) -> None:
    if needs := list_needs(asking.board, kind, id):
        raise Refused("still_needed", needs=",".join(needs))


def _waiting(asking: Asking, id: str) -> Erasure:
    one = asking.board.erasures.find(id)
    if one is None or one.state != "proposed":
        raise Refused("erasure_not_proposed")
    return one
