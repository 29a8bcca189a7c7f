"""What the custodian's pages do with a request for records: signed as the log stands, handed out with the hash of what went."""

from alongside.core.custodian.requests import HandOutRelease, SignRelease
from alongside.core.custodian.state import Release
from alongside.core.party import Actor
from alongside.ledger.sealed import list_owned
from alongside.server.custodian.package import digest_of, make_package
from alongside.server.custodian.pieces import as_signed
from alongside.server.custodian.reaching import OURS, Reached, reach_all, reached_owners
from alongside.server.custodian.whom import number_of
from alongside.server.site.deployment import Deployment


def sign(deployment: Deployment, actor: Actor, release: str, id: str) -> SignRelease:
    """The second signature."""
    _, reached = _reached(deployment, release)
    return SignRelease(id=id, by=actor, release=release, pieces=as_signed(reached))


def hand_out(deployment: Deployment, actor: Actor, release: str, id: str) -> HandOutRelease:
    """It goes out by mail; its words are read and noted as for anybody."""
    one, reached = _reached(deployment, release)
    words = deployment.vault.read(actor, [piece.reference for piece in reached if piece.piece.shown], "release")
    with deployment.ledger.board() as board:
        number = number_of(board, one.about_kind, one.about)
    return HandOutRelease(id=id, by=actor, release=release, how="mail", digest=digest_of(make_package(one, number, reached, words)))


def _reached(deployment: Deployment, release: str) -> tuple[Release, list[Reached]]:
    with deployment.ledger.board() as board:
        one = board.releases.find(release)
        if one is None:
            raise LookupError(release)
        owners = reached_owners(board, one)
    with deployment.ledger.read.engine() as engine:
        owned = [word for owner in owners for word in list_owned(engine, *owner) if word.reference.field not in OURS]
    with deployment.ledger.board() as board:
        return one, reach_all(board, deployment.rules, one, owned, deployment.clock.now())
