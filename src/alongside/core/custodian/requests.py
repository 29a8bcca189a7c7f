"""Orders of the custodian of records."""

from alongside.core.request import Request, request


@request
class AskRelease(Request):
    """Write down that somebody asks for records. Words: ``records_asked_by``, ``records_asked_for``, and ``records_scan``, a photo or scan.

    ``preserve``: also keep everything.
    """

    release: str
    asked: str
    about_kind: str
    about: str
    covers: tuple[str, ...] = ()
    preserve: bool = True


@request
class ChoosePiece(Request):
    """Otherwise than proposed: show it, or leave it out under an exemption."""

    release: str
    piece: str
    shown: bool
    reason: str
    exemption: str = ""


@request
class SignRelease(Request):
    """The second person's signature under what goes out: every piece, whether it is shown, and under which exemption it is not."""

    release: str
    pieces: tuple[tuple[str, bool, str], ...]


@request
class TakeBackSignature(Request):
    """Change it again; nothing went out yet."""

    release: str
    reason: str


@request
class HandOutRelease(Request):
    """It goes out now, as signed. ``digest`` is the SHA-256 (hex) of the package."""

    release: str
    how: str
    digest: str


@request
class CloseRelease(Request):
    """Refused, or taken back by whoever asked."""

    release: str
    outcome: str
    reason: str


@request
class PlacePreservation(Request):
    """Keep everything about a person or incident. Words: ``preserved_because``."""

    preservation: str
    about_kind: str
    about: str
    reason: str
    review_at: int


@request
class ReviewPreservation(Request):
    """Still needed."""

    preservation: str
    review_at: int


@request
class LiftPreservation(Request):
    """Needed no more."""

    preservation: str
    reason: str


@request
class ProposeErasure(Request):
    """Destroy the words of a person's record, or of an incident."""

    erasure: str
    about_kind: str
    about: str
    ground: str


@request
class TakeBackErasure(Request):
    """Not after all."""

    erasure: str
    reason: str


@request
class SignErasure(Request):
    """The second person agrees."""

    erasure: str


@request
class FinishErasure(Request):
    """The vault says that the keys are gone."""

    erasure: str
