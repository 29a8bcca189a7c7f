"""The notice that goes with Part 2 records (42 CFR 2.32), and whether what a consent opened still stands."""

from collections.abc import Iterable
from hashlib import sha256

from alongside.core.board import Board
from alongside.library.sharing.load import Sharing
from alongside.server.records.open import Words
from alongside.server.site import consent_words as words
from alongside.server.site.consent_scope import say_scope
from alongside.server.site.rows import Row, View
from alongside.server.site.sentences import translate


def tell_notices(view: View, sharing: Sharing, ids: Iterable[str], for_a_file: bool = False) -> Row | None:
    """{text, scopes}: the notice, and the scope of each consent that opened something; None where nothing needs one."""
    told = list(ids)
    if not told:
        return None
    found = [(id, view.board.consents.find(id)) for id in told]
    other = translate(words.NOTICE_EMERGENCY, view.language)
    scopes = [{"consent": id, "scope": say_scope(view, sharing, one, for_a_file) if one else other} for id, one in found]
    return {"text": translate(words.NOTICE, view.language), "scopes": scopes}


def tell_because_of(view: View, sharing: Sharing, read: Words) -> Row:
    """The notice, where one must be; and where a page can ask whether what opened its words still stands."""
    person = next((one.person for id in read.consents if (one := view.board.consents.find(id))), "")
    watched = {"person": person, "turn": turn_of(view.board, person)} if person else {}
    return {**(tell_notices(view, sharing, read.notices) or {}), **watched}


def turn_of(board: Board, person: str) -> str:
    """Changes whenever anything about this person's consents does, and says nothing else."""
    known = board.people.find(person)
    turns = [(id, board.consents.reach(id).turn) for id in known.consents] if known else []
    return sha256(repr(turns).encode()).hexdigest()[:16]
