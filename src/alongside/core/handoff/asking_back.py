"""A place asks something before it answers, and is answered; and what the person themselves wants of a place."""

from alongside.core.asking import Asking
from alongside.core.codes import ReservationStatus
from alongside.core.fact import Fact, episode_stream, facility_stream
from alongside.core.handoff import facts as f
from alongside.core.handoff import requests as r
from alongside.core.handoff.wish import HERE, NOWHERE, WARDS, WAY_HOME
from alongside.core.refused import Refused
from alongside.core.state import Reservation

# What a place may want to know before it says yes; more of it in words.
QUESTIONS = frozenset({"medication", "last_use", "medical_check", "how_now", "mobility", "own_words", "other"})
WAITS_FOR = (ReservationStatus.RESERVED, ReservationStatus.AGREED)


def ask_back(asking: Asking, request: r.AskBack) -> tuple[Fact, ...]:
    """A question; the place stays reserved meanwhile, and its time does not stand still."""
    one = _open(asking, request.reservation)
    if request.question not in QUESTIONS:
        raise Refused("ask_back_unknown", question=request.question)
    stream, episode = facility_stream(one.facility), asking.episode(one.episode)
    return (
        f.AskedBack(
            stream, asking.at, one.id, one.facility, episode.id, episode.incident, request.question, request.by_phone, request.words
        ),
    )


def answer_back(asking: Asking, request: r.AnswerBack) -> tuple[Fact, ...]:
    """An answer in words to the question that is open."""
    one = _open(asking, request.reservation)
    if not one.question:
        raise Refused("nothing_asked", reservation=one.id)
    if not request.words:
        raise Refused("answer_missing", reservation=one.id)
    episode = asking.episode(one.episode)
    return (
        f.AskedBackAnswered(facility_stream(one.facility), asking.at, one.id, one.facility, episode.id, episode.incident, request.words),
    )


def _open(asking: Asking, id: str) -> Reservation:
    one = asking.reservation(id)
    if one.status not in WAITS_FOR:
        raise Refused("reservation_over", reservation=id, status=one.status.value)
    return one


def record_wish(asking: Asking, request: r.RecordWish) -> tuple[Fact, ...]:
    """What the person says of a place; it orders the list and shuts no door."""
    episode = asking.open_episode(request.episode)
    for facility in (*request.wants, *request.avoids):
        asking.place(facility)
    if both := set(request.wants) & set(request.avoids):
        raise Refused("wanted_and_avoided", facility=sorted(both)[0])
    if request.home not in ("", HERE, NOWHERE) and all(request.home != beat.id for beat in asking.rules.beats):
        raise Refused("beat_unknown", beat=request.home)
    if request.ward not in WARDS | {""} or request.way_home not in WAY_HOME | {""}:
        raise Refused("wish_unknown", ward=request.ward, way_home=request.way_home)
    return (
        f.WishRecorded(
            episode_stream(episode.id), asking.at, episode.id, episode.incident, request.wants, request.avoids, request.ward, request.home,
            request.way_home,
        ),
    )  # fmt: skip
