"""What an accounting or copy for a parent or guardian leaves out: care a minor agreed to alone, their own consents, Part 2 records.

Left out means not there: a line that says something is kept back would tell what it keeps (42 CFR 2.14; 45 CFR 164.502(g)(3)).
"""

from typing import NamedTuple

from alongside.core.board import Board
from alongside.core.person.state import Item
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Case, Shown, share_class

GUARDED = ("minor_consented", "part2")


class KeptBack(NamedTuple):
    """Classes, pieces of words by vault id, and consents that are not there for whoever it is made for; nothing for the person."""

    classes: frozenset[str] = frozenset()
    pieces: frozenset[str] = frozenset()
    consents: frozenset[str] = frozenset()

    def has(self, piece: str, consent: str = "") -> bool:
        """Whether this piece, or a reading that rests on this consent, is not to be told."""
        return piece in self.pieces or consent in self.consents


NOTHING = KeptBack()


def kept_from_guardians(board: Board, rules: SharingRules, person: str, now: int) -> KeptBack:
    """By the rules for the role ``guardian`` at the person's age today."""
    case = Case("guardian", "own_record", now, frozenset({"guardian"}), age=board.people.reach(person).age_at(now))
    closed = frozenset(one for one in GUARDED if not isinstance(share_class(rules, case, one), Shown))
    own = [one for one in board.consents if one.person == person and one.is_minors_own]
    words = [word[1] for one in own for word in one.words]
    items = [one.id for one in board.items if one.person == person and classes_of(rules, one) & closed]
    asked = [word.vault_id for one in board.amendments if one.item in items for word in (*one.words, *one.disagreement)]
    return KeptBack(closed, frozenset([*items, *words, *asked]), frozenset(one.id for one in own))


def classes_of(rules: SharingRules, item: Item) -> frozenset[str]:
    """Its field's class and its marks."""
    return item.marks | {rules.fields.get(item.field, "")}
