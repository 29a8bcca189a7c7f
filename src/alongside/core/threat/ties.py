"""What ties somebody to the words of a threat file: the team reads it all, who only carries something out reads that."""

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.threat.finding import has_part, is_team

NONE = frozenset[str]()


def threat_ties(board: Board, actor: Actor, owner_id: str, vault_id: str) -> frozenset[str]:
    """Of the file whose words these are; of none where they are not a file's, or it is closed."""
    file = board.threats.find(owner_id)
    if file is None or not has_part(actor, file):
        return NONE
    if is_team(actor, file):
        return frozenset({"threat_team"})
    own = [*file.words, *(word for task in file.tasks.values() if task.owner == actor.staff for word in task.words)]
    return frozenset({"threat_part"}) if vault_id in {one.vault_id for one in own} else NONE
