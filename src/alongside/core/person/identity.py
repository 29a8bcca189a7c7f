"""Who the person of an episode is: recorded, recognized, and undone where it was somebody else. Nothing is merged."""

from alongside.core.asking import Asking
from alongside.core.fact import Fact, person_stream
from alongside.core.person import facts as f
from alongside.core.person import requests as r
from alongside.core.person.age import age_facts
from alongside.core.person.items import must_be_source, written
from alongside.core.person.state import Person
from alongside.core.refused import Refused, must_be_in
from alongside.core.state import Episode

BASES = frozenset({"said_so", "document", "family_said", "known_to_staff", "record_matched", "facility_said"})
REASONS = frozenset({"other_person", "same_name", "wrong_record", "document_of_other", "said_wrong"})


def record_person(asking: Asking, request: r.RecordPerson) -> tuple[Fact, ...]:
    """A record, the identification, the age, and an item for each of the words."""
    episode = _unknown_yet(asking, request.episode)
    must_be_in(request.basis, "basis", BASES)
    must_be_source(request.source)
    if request.person in asking.board.people:
        raise Refused("person_exists", person=request.person)
    stream, by = person_stream(request.person), asking.by
    opened = f.PersonRecorded(stream, asking.at, request.person, episode.id, episode.incident, by.staff, by.agency)
    age = age_facts(asking, request.person, request.band, request.band_until)
    items = [written(asking, request.person, word, request.source, episode.id) for word in request.words]
    return (opened, _identified(asking, request.person, episode, request.basis), *age, *items)


def identify_person(asking: Asking, request: r.IdentifyPerson) -> tuple[Fact, ...]:
    """Somebody who has a record already."""
    episode, person = _unknown_yet(asking, request.episode), find_person(asking, request.person)
    must_be_in(request.basis, "basis", BASES)
    return (_identified(asking, person.id, episode, request.basis),)


def undo_identification(asking: Asking, request: r.UndoIdentification) -> tuple[Fact, ...]:
    """As if it had never been said: the episode is about nobody known, its items are shown to nobody."""
    person, episode = find_person(asking, request.person), asking.episode(request.episode)
    if episode.person != person.id:
        raise Refused("not_identified", episode=episode.id)
    must_be_in(request.reason, "reason", REASONS)
    named = (person.id, episode.id, episode.incident, request.reason)
    return (f.IdentificationUndone(person_stream(person.id), asking.at, *named),)


def find_person(asking: Asking, id: str) -> Person:
    """The record, or ``Refused("person_unknown")``."""
    found = asking.board.people.find(id)
    if found is None:
        raise Refused("person_unknown", person=id)
    return found


def _unknown_yet(asking: Asking, id: str) -> Episode:
    episode = asking.episode(id)
    if episode.person:
        raise Refused("identified_already", episode=id)
    return episode


def _identified(asking: Asking, person: str, episode: Episode, basis: str) -> Fact:
    return f.PersonIdentified(person_stream(person), asking.at, person, episode.id, episode.incident, basis)
