"""An invitation as whoever holds its link brings it, and what they ask with it."""

from collections.abc import Mapping
from secrets import token_urlsafe
from typing import NamedTuple

from alongside.core.invitation.facts import InvitationPinWrong
from alongside.core.invitation.purposes import PURPOSES
from alongside.core.invitation.requests import AnswerByInvitation, LookByInvitation
from alongside.core.party import Actor
from alongside.core.refused import Refused
from alongside.ledger.receipt import Receipt
from alongside.server.site.asking.seal import seal_texts
from alongside.server.site.deployment import Deployment, get_deployment
from alongside.server.site.invited.secret import hash_of_token, proof_of

WORDS = ("said_by", "said_role", "said_number")  # who answered; sealed like everything somebody says
MOST_CODE = 40
MOST_SAID = 200  # of a name, a role, a number
PURPOSE_OF = {"nurse": "treatment", "referral_partner": "referral"}


class Held(NamedTuple):
    """What the link is for. ``actor`` is who asks and reads by it: the role and seat of the party, and the invitation as the reader."""

    id: str
    token: str
    purpose: str
    about: str
    episode: str
    party: str
    until: int
    actor: Actor


class Answered(NamedTuple):
    """What came of an answer: done, or the refusal that says why not."""

    receipt: Receipt | None = None
    refused: Refused | None = None


def find_held(token: str) -> Held | None:
    """The invitation of a link; None for one that nobody made. Whether it is still open is asked together with the PIN."""
    deployment = get_deployment()
    with deployment.ledger.board() as board:
        one = board.invitations.find(board.invitations_by_token.get(hash_of_token(token), ""))
        if one is None or one.purpose not in PURPOSES:
            return None
        actor = Actor(one.staff, one.role, _agency(deployment, one.party), purpose=PURPOSE_OF.get(one.role, "operations"), seat=one.party)
        return Held(one.id, token, one.purpose, one.about, one.episode, one.party, one.until, actor)


def _agency(deployment: Deployment, party: str) -> str:
    """The organization whose people sit there: a consent names organizations. A party nobody sits at is its own."""
    return next((one.agency for one in deployment.profile.staff if one.seat == party and one.agency), party)


def may_look(held: Held, pin: str) -> bool:
    """Whether link and PIN fit and it is still open. A look is a fact; so is a PIN that did not fit."""
    asked = LookByInvitation(id=token_urlsafe(16), by=held.actor, invitation=held.id, proof=proof_of(held.token, pin))
    receipt = get_deployment().ledger.record(asked)
    return receipt.granted and not any(isinstance(fact, InvitationPinWrong) for fact in receipt.facts)


def answer(held: Held, pin: str, said: Mapping[str, str]) -> Answered:
    """The answer of whoever holds link and PIN. ``said``: answer, reason, when (ms UTC, as digits), and who said so."""
    deployment, when = get_deployment(), said.get("when", "")
    asked = AnswerByInvitation(
        id=token_urlsafe(16), by=held.actor, invitation=held.id, proof=proof_of(held.token, pin), answer=_code(said, "answer"),
        reason=_code(said, "reason"), when=int(when) if when.isascii() and when.isdigit() and len(when) < 15 else None,
    )  # fmt: skip
    texts = {name: said[name][:MOST_SAID] for name in WORDS if name in said}
    try:
        request, enclosures = seal_texts(deployment.vault, deployment.feed.board, asked, texts)
    except Refused as refused:
        return Answered(refused=refused)
    receipt = deployment.ledger.record(request, None, enclosures)
    return Answered(receipt, receipt.refusal)


def _code(said: Mapping[str, str], name: str) -> str:
    """What the form offered; words in its place are not taken, and so stand nowhere."""
    code = said.get(name, "")
    return code if code.isascii() and code.replace("_", "").isalnum() and len(code) <= MOST_CODE else ""
