"""Orders about legal holds. Words travel in ``words``."""

from alongside.core.request import Request, request


@request
class WriteHold(Request):
    """Words: ``hold_facts``. ``designated_until`` is told by the server, never by whoever asks: until when (ms UTC) this person may."""

    hold: str
    episode: str
    hold_kind: str
    criteria: tuple[str, ...]
    started_at: int
    designated_until: int | None = None


@request
class GiveAdvisement(Request):
    """What the law wants the person told. ``reason``: why it could not be completed."""

    hold: str
    language: str
    modality: str
    complete: bool = True
    reason: str = ""


@request
class ServeHoldNotice(Request):
    """One of the notices of this kind of hold was served."""

    hold: str
    notice: str


@request
class MoveHold(Request):
    """Another place has the person now."""

    hold: str
    facility: str


@request
class EndHold(Request):
    """``how``: released, voluntary, or other_paper (certified, ordered by a court). ``told``: who was told of it."""

    hold: str
    how: str
    told: tuple[str, ...] = ()
