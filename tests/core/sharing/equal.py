"""Changes that no story can see, because nothing can: the line as it is, what it may become, and why that is the same."""

from collections.abc import Mapping

NO_ID = "nothing bears that id, as nothing bears the empty one"
SAME_NO = "the one is as false as the other"
EQUAL: Mapping[str, Mapping[str, str]] = {
    "def standing_of(board: Board, actor: Actor, owner_kind: str, owner_id: str, now: int = 0) -> Standing:": {
        "def standing_of(board: Board, actor: Actor, owner_kind: str, owner_id: str, now: int = 1) -> Standing:":
            "no age, enrollment or search ends in the first milliseconds of 1970; whoever asks for a time says it",
    },
    'owner = getattr(request, "episode", "") or request.person': {
        'owner = getattr(request, "episode", None) or request.person': SAME_NO,
    },
    'return (getattr(request, "by_phone", False) or episode.offer.by_phone) and is_responsible(asking, request)': {
        'return (getattr(request, "by_phone", None) or episode.offer.by_phone) and is_responsible(asking, request)': SAME_NO,
    },
    'episode = asking.board.episodes.find(getattr(request, "episode", ""))': {
        'episode = asking.board.episodes.find(getattr(request, "episode", None))': NO_ID,
        'episode = asking.board.episodes.find(getattr(request, "episode", "XXXX"))': NO_ID,
    },
    'incident = asking.board.incidents.find(getattr(request, "incident", ""))': {
        'incident = asking.board.incidents.find(getattr(request, "incident", None))': NO_ID,
        'incident = asking.board.incidents.find(getattr(request, "incident", "XXXX"))': NO_ID,
    },
    'is_theirs = actor.seat in (owner_id, episode.person if episode else "")': {
        'is_theirs = actor.seat in (owner_id, episode.person if episode else "XXXX")': NO_ID,
    },
    'def case_of(self, owner_kind: str, owner_id: str, field: str, vault_id: str = "") -> Case:': {
        'def case_of(self, owner_kind: str, owner_id: str, field: str, vault_id: str = "XXXX") -> Case:': NO_ID,
    },
    'asked = Asked(field, asked_as(data_class, item.marks if item else NO_MARKS), item.agency if item else "")': {
        'asked = Asked(field, asked_as(data_class, item.marks if item else NO_MARKS), item.agency if item else "XXXX")':
            "no consent names that organization as a holder",
    },
    'consent = self._board.consents.find(self._board.consent_words.get(vault_id, ""))': {
        'consent = self._board.consents.find(self._board.consent_words.get(vault_id, None))': NO_ID,
        'consent = self._board.consents.find(self._board.consent_words.get(vault_id, ))': NO_ID,
        'consent = self._board.consents.find(self._board.consent_words.get(vault_id, "XXXX"))': NO_ID,
    },
    'person = self._person_of(owner_id) if owner_kind == "person" else ""': {
        'person = self._person_of(owner_id) if owner_kind == "person" else "XXXX"': NO_ID,
    },
    'ask, by = asking.board.asks.find(getattr(request, "ask", "")), asking.by': {
        'ask, by = asking.board.asks.find(getattr(request, "ask", None)), asking.by': NO_ID,
        'ask, by = asking.board.asks.find(getattr(request, "ask", "XXXX")), asking.by': NO_ID,
    },
    'found = asking.board.referrals.find(ask.referral if ask else getattr(request, "referral", ""))': {
        'found = asking.board.referrals.find(ask.referral if ask else getattr(request, "referral", None))': NO_ID,
        'found = asking.board.referrals.find(ask.referral if ask else getattr(request, "referral", "XXXX"))': NO_ID,
    },
    'return next((str(value) for name in names if (value := getattr(request, name, ""))), "")': {
        'return next((str(value) for name in names if (value := getattr(request, name, None))), "")': SAME_NO,
    },
    'bearer = board.incidents.find(board.numbers.get((area, number), ""))': {
        'bearer = board.incidents.find(board.numbers.get((area, number), None))': NO_ID,
        'bearer = board.incidents.find(board.numbers.get((area, number), ))': NO_ID,
        'bearer = board.incidents.find(board.numbers.get((area, number), "XXXX"))': NO_ID,
    },
    'return least + int.from_bytes(sha256(seed.encode()).digest()[:8], "big") % (9 * least)': {
        'return least + int.from_bytes(sha256(seed.encode()).digest()[:8], ) % (9 * least)':
            "Python itself reads the first byte as the largest where nothing is said",
    },
}  # fmt: skip
