"""Orders about responsibility."""

from alongside.core.codes import ClockKind, EndReason
from alongside.core.party import Party
from alongside.core.request import Request, request


@request
class OfferTransfer(Request):
    """Offer a person's care to another party, warm: stay on the line, stay responsible."""

    episode: str
    to: Party


@request
class AcceptTransfer(Request):
    """Agree to take over. ``by_phone`` needs ``read_back`` before it counts as confirmed."""

    episode: str
    by_phone: bool = False
    read_back: bool = True


@request
class DeclineTransfer(Request):
    """Say no to an offered transfer, with a reason code."""

    episode: str
    reason: str


@request
class WithdrawTransfer(Request):
    """Take an offer back before anybody has taken over."""

    episode: str


@request
class TakeOver(Request):
    """The receiver has the person now: responsibility moves."""

    episode: str


@request
class ReturnTransfer(Request):
    """Give a person back to the party that handed over (a 911 caller who refuses the clinician): that party takes over again."""

    episode: str
    to: Party
    reason: str


@request
class DropTransfer(Request):
    """Record that the line was lost during a warm transfer."""

    episode: str


@request
class CallBack(Request):
    """Record that the offering side called back."""

    episode: str
    reached: bool


@request
class GiveSign(Request):
    """Record that the responsible party still has the person (welfare check by radio, phone or screen)."""

    episode: str


@request
class EndEpisode(Request):
    """End an episode for a reason of the life table."""

    episode: str
    reason: EndReason
    signed_by: str = ""
    agency: str = ""


@request
class Tick(Request):
    """A stored timer came due. Its id is ``tick:<clock>:<subject>:<due>``, so a second runner's tick is the same request."""

    clock: ClockKind
    subject: str
    due: int
