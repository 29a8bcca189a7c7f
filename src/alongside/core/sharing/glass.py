"""What an emergency access opens, and for whom: a tie for the hour it lasts, and the privacy officer's own sight of why."""

from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.glass.state import Glass
from alongside.core.party import Actor


class Through(NamedTuple):
    """The ties of emergency access, and whether the facts of 42 CFR 2.51 were written down for it."""

    ties: frozenset[str] = frozenset()
    is_emergency: bool = False


NOTHING = Through()


def through_glass(board: Board, actor: Actor, owner_id: str, now: int) -> Through:
    """What the asker's own emergency access opens of the words of this owner: the record it is about, and that person's episodes."""
    mine = [one for one in list_glasses(board, owner_id) if one.staff == actor.staff and one.role == actor.role and one.is_open(now)]
    return Through(frozenset({"break_glass"}), any(one.part2 for one in mine)) if mine else NOTHING


def over_glass(board: Board, actor: Actor, owner_id: str, vault_id: str) -> Through:
    """The words that say why: to the privacy officer, and to a supervisor of an organization whose data was opened."""
    found = next((one for one in list_glasses(board, owner_id) if any(word.vault_id == vault_id for word in one.words)), None)
    return Through(frozenset({"oversees"}), found.part2) if found and may_oversee(actor, found) else NOTHING


def may_oversee(actor: Actor, glass: Glass) -> bool:
    """Whether the asker is told of this emergency access at all, other than by having opened it."""
    return actor.role == "privacy_officer" or (actor.role == "supervisor" and actor.agency in glass.owners)


def list_glasses(board: Board, owner_id: str) -> list[Glass]:
    """Those about a record or episode, and about the record of whom the episode is."""
    episode = board.episodes.find(owner_id)
    abouts = {owner_id, episode.person} if episode and episode.person else {owner_id}
    ids = (id for about in sorted(abouts) for id in board.glasses_about.get(about, ()))
    return [one for id in ids if (one := board.glasses.find(id))]
