"""Orders about invitations. Links and PINs stay with the server's pages; here are only their hashes."""

from alongside.core.request import Request, request


@request
class MakeInvitation(Request):
    """Let one party answer one thing without an account. ``about`` is the thing of that purpose, e.g. a reservation."""

    invitation: str
    purpose: str
    about: str
    token_hash: str
    pin_hash: str
    episode: str = ""


@request
class RevokeInvitation(Request):
    """Take it back: wrong address, no longer needed."""

    invitation: str
    reason: str = "taken_back"


@request
class LookByInvitation(Request):
    """Somebody holds the link and says a PIN: may they see what was sent? ``proof`` is made of both."""

    invitation: str
    proof: str


@request
class AnswerByInvitation(Request):
    """The receiver's answer. ``reason`` is a code of the purpose. Words: who answered, in which role, under which number."""

    invitation: str
    proof: str
    answer: str
    reason: str = ""
    when: int | None = None  # a time that belongs to the answer (an appointment), ms UTC
