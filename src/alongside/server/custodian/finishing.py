"""What was signed to be erased is erased: by the vault, then said to the ledger. Begun again after a power cut; twice is once."""

from secrets import token_urlsafe

from alongside.core.custodian.requests import FinishErasure
from alongside.core.party import Actor
from alongside.server.site.deployment import Deployment

CUSTODIAN = Actor("custodian", "system")


def finish_erasures(deployment: Deployment) -> int:
    """How many were finished now."""
    with deployment.ledger.board() as board:
        signed = [(one.id, one.signed_by, one.owners) for one in board.erasures if one.state == "signed"]
    for id, by, owners in signed:
        for owner_kind, owner_id in owners:
            deployment.vault.erase(owner_kind, owner_id, CUSTODIAN._replace(staff=by))
        deployment.ledger.record(FinishErasure(id=token_urlsafe(16), by=CUSTODIAN, erasure=id))
    return len(signed)
