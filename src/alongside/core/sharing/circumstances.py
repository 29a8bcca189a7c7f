"""The circumstances of one question, gathered from the board: who asks, what ties them, whose word it is, how old, how sound."""

from alongside.core.board import Board
from alongside.core.party import Actor
from alongside.core.person.state import Item
from alongside.core.sharing.across import standing_across
from alongside.core.sharing.asked_for import is_ordered, list_asked
from alongside.core.sharing.beside import ways_beside
from alongside.core.sharing.consenting import Question, held_for
from alongside.core.sharing.disagreeing import entries_disagreed, may_hear
from alongside.core.sharing.flags import flag_state
from alongside.core.sharing.rules import SharingRules
from alongside.core.sharing.share import Answer, Case, Shown, Withheld, share
from alongside.core.sharing.ties import Standing, addressed_to, is_contact_prohibited, of_item

NO_MARKS = frozenset[str]()
ADDRESSED = frozenset({"message", "place_question", "place_answer"})  # words written to somebody


class Circumstances:
    """One reader, one purpose, one moment. Owners repeat among what is asked for, so each is looked up once."""

    def __init__(self, rules: SharingRules, board: Board, actor: Actor, purpose: str, now: int) -> None:
        self._rules, self._board, self._actor, self._purpose, self._now = rules, board, actor, purpose, now
        self._standings: dict[tuple[str, str], Standing] = {}
        self._prohibited: dict[str, bool] = {}
        self._addressed: frozenset[str] | None = None
        self._disagreements: dict[str, Item] | None = None

    def may_read(self, owner_kind: str, owner_id: str, field: str, vault_id: str) -> Answer:
        """May this piece of words be shown to the reader?"""
        item = self._board.items.find(vault_id)
        if item is not None and item.state == "mistaken":
            return Withheld("mistaken_identity")
        answer = share(self._rules, self.case_of(owner_kind, owner_id, field, vault_id), field, self._marks(item, vault_id))
        if isinstance(answer, Withheld) and (entry := self._disagreed_with(vault_id)) and may_hear(self._actor):
            return self.may_read(owner_kind, entry.person, entry.field, entry.id)  # it goes wherever its entry goes (45 CFR 164.526(d)(5))
        if item is not None and isinstance(answer, Shown) and self._board.is_unsigned(item.id) and not of_item(self._actor, item):
            return Withheld("unsigned")  # no clinical note yet: it stays in the house of whoever wrote it
        if item is not None and isinstance(answer, Shown) and self._board.is_unapproved(item.id) and not of_item(self._actor, item):
            return Withheld("not_approved")  # a crisis card nobody else has read yet
        return answer

    def _disagreed_with(self, vault_id: str) -> Item | None:
        """The entry this statement of disagreement belongs to; None for all other words."""
        if self._disagreements is None:
            self._disagreements = entries_disagreed(self._board)
        return self._disagreements.get(vault_id)

    def case_of(self, owner_kind: str, owner_id: str, field: str, vault_id: str = "") -> Case:
        """What the rules are asked about, for words of this owner; ``vault_id`` names the item, where it is one."""
        item, standing = self._board.items.find(vault_id), self._standing(owner_kind, owner_id)
        ties = standing.ties | (of_item(self._actor, item) if item else NO_MARKS)
        if field in ADDRESSED and vault_id in self._letters():
            ties |= {"addressed"}
        asked = list_asked(self._board, self._actor, self._purpose, (owner_kind, owner_id), vault_id)
        beside = ways_beside(self._board, self._actor, owner_id, vault_id, self._now)
        other = "court_order" if is_ordered(asked) else "emergency" if beside.is_emergency else ""
        prohibited = owner_kind == "person" and self._is_prohibited(self._person_of(owner_id))
        person = self._person_of(owner_id) if owner_kind == "person" else ""
        question = Question(self._actor, self._purpose, self._now, other, asked)
        held = held_for(self._board, question, person, field, self._rules.fields.get(field), item)
        return Case(
            self._actor.role,
            self._purpose,
            self._now,
            ties | ({"release"} if asked else NO_MARKS) | beside.ties,
            held.state,
            age=standing.age,
            closed_at=standing.closed_at,
            contact_prohibited=prohibited,
            flag=self._flag(item),
            consent_id=held.id,
        )

    def _marks(self, item: Item | None, vault_id: str) -> frozenset[str]:
        """The item's own; a name or signature under what a minor agreed to alone is the minor's."""
        consent = self._board.consents.find(self._board.consent_words.get(vault_id, ""))
        return item.marks if item else frozenset({"minor_consented"}) if consent and consent.is_minors_own else NO_MARKS

    def _standing(self, owner_kind: str, owner_id: str) -> Standing:
        owner = (owner_kind, owner_id)
        if owner not in self._standings:
            self._standings[owner] = standing_across(self._board, self._actor, owner_kind, owner_id, self._now)
        return self._standings[owner]

    def _is_prohibited(self, person: str) -> bool:
        if person not in self._prohibited:
            self._prohibited[person] = is_contact_prohibited(self._board, person)
        return self._prohibited[person]

    def _letters(self) -> frozenset[str]:
        if self._addressed is None:
            self._addressed = addressed_to(self._board, self._actor)
        return self._addressed

    def _person_of(self, owner_id: str) -> str:
        episode = self._board.episodes.find(owner_id)
        return episode.person if episode else owner_id

    def _flag(self, item: Item | None) -> str:
        return flag_state(item.source, item.author, item.at, item.review_at, self._now) if item else "unsourced"
