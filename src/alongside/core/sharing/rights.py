"""Who sees the words of a person's rights, and what ties the person themselves to their record."""

from alongside.core.board import Board
from alongside.core.party import Actor

NOBODY = frozenset[str]()


def own_ties(board: Board, actor: Actor, owner_id: str) -> frozenset[str]:
    """The person, or who answers for them: no staff ever has such a role, only a copy that is being made. ``seat`` is the record."""
    if actor.role not in ("person", "guardian") or not actor.seat:
        return NOBODY
    episode = board.episodes.find(owner_id)
    is_theirs = actor.seat in (owner_id, episode.person if episode else "")
    return frozenset({"own_record" if actor.role == "person" else "guardian"}) if is_theirs else NOBODY


def office_ties(board: Board, actor: Actor, owner_id: str, vault_id: str) -> frozenset[str]:
    """The privacy officer reads what the person asked for and what was told of them outside; not the record itself."""
    if actor.role != "privacy_officer":
        return NOBODY
    told = (word for one in board.disclosures if one.person == owner_id for word in one.words)
    asked = (word for one in board.amendments if one.person == owner_id for word in (*one.words, *one.disagreement))
    return frozenset({"oversees"}) if any(word.vault_id == vault_id for word in (*told, *asked)) else NOBODY
