"""Orders about the way to a place."""

from alongside.core.request import Request, request


@request
class AskTransport(Request):
    """Another means is to drive somebody; by their own means they are on the way at once, to ``facility``."""

    ride: str
    episode: str
    means: str
    facility: str = ""


@request
class TakeBackTransport(Request):
    """Not needed."""

    ride: str


@request
class RecordSearch(Request):
    """Whether the person was searched."""

    episode: str
    done: str


@request
class StartRestraint(Request):
    """A restraint begins."""

    restraint: str
    episode: str
    form: str
    position: str


@request
class MoveRestraint(Request):
    """Another position."""

    restraint: str
    position: str


@request
class EndRestraint(Request):
    """It is taken off."""

    restraint: str
