"""Records that fit what was said: with name and date of birth where something ties the reader to them, else only that one fits."""

from collections.abc import Sequence

from django.http import HttpRequest

from alongside.core.party import Reference
from alongside.core.person.state import Person
from alongside.server.person.layout import MORE_WITH
from alongside.server.records.finding import Candidate
from alongside.server.site.as_read import as_read
from alongside.server.site.knowing import may_open_record
from alongside.server.site.looking import Look, read_words
from alongside.server.site.purposes import purpose_of
from alongside.server.site.record_codes import coded
from alongside.server.site.rows import Row

TOLD = ("name", "birth_date")


def list_fits(seen: Look, found: Sequence[Candidate]) -> list[Row]:
    """Rows without words: which record, what fits, since when it is kept; references only where the reader is tied to it."""
    return [_row(seen, fit, person) for fit in found if (person := seen.view.board.people.find(fit.person))]


def _row(seen: Look, fit: Candidate, person: Person) -> Row:
    opens = may_open_record(seen.deployment.vault.sharing.rules, seen.view.board, seen.actor, person.id, seen.asking.now)
    return {
        "person": person.id,
        "fits": [coded("fits", one) for one in fit.reasons],
        "opens": opens,
        "more_with": seen.actor.role in MORE_WITH,
        "recorded_at": person.recorded_at if opens else None,
        "references": _references(seen, person) if opens else [],
    }


def _references(seen: Look, person: Person) -> list[Reference]:
    items = (seen.view.board.items.find(id) for id in person.items)
    return [word for item in items if item and item.field in TOLD and not item.state for word in item.words]


def with_names(request: HttpRequest, rows: Sequence[Row]) -> list[Row]:
    """The same rows with what may be read of them."""
    words = read_words(request, [one for row in rows for one in row["references"]], purpose_of(request.actor))
    return [
        {**row, "words": [as_read(one.field, words[one.vault_id]) for one in row["references"] if one.vault_id in words]} for row in rows
    ]
