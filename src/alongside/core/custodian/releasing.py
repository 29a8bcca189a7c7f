"""Records go out by law: asked for, gone through piece by piece, signed by a second person, handed out with a hash of exactly what went."""

from alongside.core.asking import Asking
from alongside.core.custodian import facts as f
from alongside.core.custodian import requests as r
from alongside.core.custodian.about import must_exist, stream_of
from alongside.core.custodian.preserving import placed
from alongside.core.custodian.state import Release
from alongside.core.fact import Fact
from alongside.core.refused import Refused

HOW = frozenset({"in_person", "mail", "secure_portal", "courier", "court_filing"})
DEVIATES = frozenset({"order_says_so", "law_says_so", "person_agreed", "known_publicly", "others_privacy", "safety", "not_asked_for"})
CLOSES = frozenset({"refused", "taken_back"})
AGAIN_MS = 86_400_000
REVIEW_MS = 180 * 86_400_000
DIGEST = 64


def ask_release(asking: Asking, request: r.AskRelease) -> tuple[Fact, ...]:
    """With the time the law gives, and everything kept until it is answered unless said otherwise."""
    kind = asking.rules.custodian.kinds.get(request.asked)
    if kind is None:
        raise Refused("not_in_list", what="asked", allowed=", ".join(sorted(asking.rules.custodian.kinds)))
    must_exist(asking, request.about_kind, request.about)
    if request.release in asking.board.releases:
        raise Refused("release_exists")
    if request.covers and not kind.needs_order:
        raise Refused("covers_needs_order")
    if not {word.field for word in request.words} >= {"records_asked_by"}:
        raise Refused("release_asked_by_missing")
    stream, due = stream_of(asking.board, request.about_kind, request.about), asking.at + kind.due_ms
    about = (request.about_kind, request.about)
    opened = f.ReleaseAsked(stream, asking.at, request.release, request.asked, *about, due, asking.by.staff, request.covers, request.words)
    kept = [placed(asking, f"{request.release}-kept", *about, "records_request", asking.now + REVIEW_MS)] if request.preserve else []
    return (opened, *kept)


def choose_piece(asking: Asking, request: r.ChoosePiece) -> tuple[Fact, ...]:
    """Against the proposal, by a person who says why; a piece left out names the exemption."""
    one = _open(asking, request.release)
    if request.reason not in DEVIATES:
        raise Refused("not_in_list", what="reason", allowed=", ".join(sorted(DEVIATES)))
    exemptions = frozenset(asking.rules.custodian.exemptions.values())
    if not request.shown and request.exemption not in exemptions:
        raise Refused("not_in_list", what="exemption", allowed=", ".join(sorted(exemptions)))
    exemption = "" if request.shown else request.exemption
    told = (one.id, request.piece, request.shown, exemption, request.reason, asking.by.staff)
    return (f.PieceChosen(_stream(asking, one), asking.at, *told),)


def sign_release(asking: Asking, request: r.SignRelease) -> tuple[Fact, ...]:
    """By somebody who neither took the request nor decided a piece of it."""
    one = _open(asking, request.release)
    if asking.by.staff in {one.author, *(author for *_, author in one.chosen.values())}:
        raise Refused("second_person")
    if not request.pieces:
        raise Refused("release_empty")
    return (f.ReleaseSigned(_stream(asking, one), asking.at, one.id, asking.by.staff, request.pieces),)


def take_back_signature(asking: Asking, request: r.TakeBackSignature) -> tuple[Fact, ...]:
    """Before it went out."""
    one = _find(asking, request.release)
    if one.state != "signed":
        raise Refused("release_not_signed")
    return (f.SignatureTakenBack(_stream(asking, one), asking.at, one.id, asking.by.staff, _why(request.reason)),)


def hand_out_release(asking: Asking, request: r.HandOutRelease) -> tuple[Fact, ...]:
    """Once signed; with the hash of the package, so that years later it can be shown what it was."""
    one = _find(asking, request.release)
    if one.state != "signed":
        raise Refused("release_not_signed")
    if request.how not in HOW:
        raise Refused("not_in_list", what="how", allowed=", ".join(sorted(HOW)))
    if len(request.digest) != DIGEST:
        raise Refused("release_digest")
    shown = sum(is_shown for _, is_shown, _ in one.pieces)
    told = (one.id, request.how, shown, len(one.pieces) - shown, request.digest)
    return (f.ReleaseHandedOut(_stream(asking, one), asking.at, *told),)


def close_release(asking: Asking, request: r.CloseRelease) -> tuple[Fact, ...]:
    """Nothing goes out."""
    one = _find(asking, request.release)
    if not one.is_open:
        raise Refused("release_over", state=one.state)
    if request.outcome not in CLOSES:
        raise Refused("not_in_list", what="outcome", allowed=", ".join(sorted(CLOSES)))
    return (f.ReleaseClosed(_stream(asking, one), asking.at, one.id, request.outcome, _why(request.reason)),)


def release_due(asking: Asking, subject: str) -> tuple[Fact, ...]:
    """Late, and said again every day."""
    one = _find(asking, subject)
    return (f.ReleaseOverdue(_stream(asking, one), asking.now, one.id, one.due_at, asking.now + AGAIN_MS),)


def _find(asking: Asking, id: str) -> Release:
    found = asking.board.releases.find(id)
    if found is None:
        raise Refused("release_unknown")
    return found


def _open(asking: Asking, id: str) -> Release:
    one = _find(asking, id)
    if one.state != "open":
        raise Refused("release_over", state=one.state)
    return one


def _stream(asking: Asking, one: Release) -> str:
    return stream_of(asking.board, one.about_kind, one.about)


def _why(reason: str) -> str:
    if not reason:
        raise Refused("reason_missing")
    return reason
