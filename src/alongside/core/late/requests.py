"""The one order."""

from alongside.core.request import Request, request


@request
class TakeOnLate(Request):
    """I see to this: ``what`` is case, threat, follow_up or referral, ``about`` its id."""

    what: str
    about: str
