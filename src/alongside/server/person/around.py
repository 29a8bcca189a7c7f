"""What is known of somebody without being words: age band, earlier contacts, who treats. Each is asked of the rules and noted."""

from django.http import HttpRequest

from alongside.core.person.state import Person
from alongside.core.sharing.share import Shown
from alongside.server.person.agencies import agency_name
from alongside.server.records.answering import Question
from alongside.server.site.coded import word
from alongside.server.site.looking import Look
from alongside.server.site.of_records import may_be_told
from alongside.server.site.persons import person_row
from alongside.server.site.record_codes import coded
from alongside.server.site.rows import Row

NO_MARKS = frozenset[str]()
QUESTIONS: tuple[Question, ...] = (
    ("birth_date", NO_MARKS), ("contact_history", NO_MARKS), ("current_provider", NO_MARKS), ("current_provider", frozenset({"part2"})),
)  # fmt: skip


def around_person(seen: Look, person: Person) -> Row:
    """Everything it could be, as plain rows; :func:`as_may_be_told` leaves what this reader may see."""
    return {
        "band": person.age_at(seen.asking.now),
        "band_until": person.age_until,
        "contacts": [_contact(seen, id) for id in reversed(person.episodes) if id in seen.view.board.episodes],
        "treated_by": [
            {"agency": id, "label": agency_name(seen.view, id), "part2": part2, "own": id == seen.actor.agency}
            for id, part2 in sorted(person.treated_by.items())
        ],
        "minor_consent": _minor_consent(seen, person),
    }


def _contact(seen: Look, id: str) -> Row:
    episode = seen.view.board.episodes.reach(id)
    incident = seen.view.board.incidents.find(episode.incident)
    return {
        **person_row(seen.view, episode),
        "at": incident.taken_at if incident else episode.since,
        "came_of_it": word("disposition", episode.disposition) if episode.disposition else "",
        "ended": word("end", episode.ended) if episode.ended else "",
        "live": episode.ended is None,
    }


def _minor_consent(seen: Look, person: Person) -> Row | None:
    if person.minor_consent is None:
        return None
    at, author, guardians, attempts = person.minor_consent
    return {"at": at, "by": seen.view.names.person(author), "guardians": coded("guardians", guardians), "attempts": attempts}


def as_may_be_told(request: HttpRequest, person: str, told: Row) -> Row:
    """The same, with what is withheld left out."""
    age, contacts, treats, part2 = (isinstance(one, Shown) for one in may_be_told(request, ("person", person), QUESTIONS))
    return {
        "band": told["band"] if age else None,
        "band_word": coded("age", told["band"]) if age else "",
        "contacts": told["contacts"] if contacts else None,
        "treated_by": [one for one in told["treated_by"] if one["own"] or (part2 if one["part2"] else treats)],
        "sees_treatment": treats,
        "we_treat": any(one["own"] for one in told["treated_by"]),
        "minor_consent": told["minor_consent"] if age else None,
    }
