"""What is answered by invitation passes the same two tables as what is answered by an account."""

from alongside.core.asking import Asking
from alongside.core.request import Request
from alongside.core.sharing.access import must_be_allowed
from alongside.core.sharing.seats import must_be_theirs


def must_be_able(asking: Asking, request: Request) -> None:
    """Refuse what the party at whose seat the invitation answers may not ask itself."""
    must_be_allowed(request)
    must_be_theirs(asking, request)
