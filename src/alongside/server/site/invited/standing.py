"""How the invitations about one thing stand, for whoever sent them."""

from alongside.core.invitation.senders import may_send
from alongside.core.invitation.state import Invitation
from alongside.core.party import Actor
from alongside.core.sharing.access import may_ask
from alongside.server.site.deployment import get_deployment
from alongside.server.site.rows import Row


def invitations_about(actor: Actor, purpose: str, about: str) -> Row:
    """{sees, sends, rows}: whether this reader may take one back, may send one; those there are, newest first.

    Pages ask about what is theirs already.
    """
    deployment = get_deployment()
    if not may_ask(actor, "RevokeInvitation"):
        return {"sees": False, "sends": False, "rows": []}
    now = deployment.clock.now()
    with deployment.ledger.board() as board:
        rows = [_row(one, now) for one in board.invitations if (one.purpose, one.about) == (purpose, about)]
    return {"sees": True, "sends": may_send(actor, purpose), "rows": sorted(rows, key=lambda row: -row["made_at"])}


def _row(one: Invitation, now: int) -> Row:
    return {
        "id": one.id,
        "made_at": one.made_at,
        "until": one.until,
        "looked_at": one.looked_at,
        "answered": bool(one.answers),
        "wrong": one.wrong,
        "state": state_of(one, now),
    }


def state_of(one: Invitation, now: int) -> str:
    """locked, revoked, expired, or open."""
    if one.locked_at is not None:
        return "locked"
    if one.revoked_at is not None:
        return "revoked"
    return "open" if now < one.until else "expired"
