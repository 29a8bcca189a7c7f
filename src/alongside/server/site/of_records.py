"""What the pages of a person's record use beside board and words: whose it could be, what may be told, who read because of what."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest

from alongside.core.party import Actor, Reference
from alongside.core.sharing.share import Answer
from alongside.server.records.answering import Owner, Question, answer_all
from alongside.server.records.because_of import Because, list_because_of, list_of_fields
from alongside.server.records.filing import Filed
from alongside.server.records.finding import Candidate
from alongside.server.records.open import Words
from alongside.server.site.deployment import get_deployment
from alongside.server.site.purposes import purpose_of


def find_people(said: Mapping[str, str]) -> list[Candidate]:
    """Whose record could be meant, the best first. Whether the asker may know that there is one is asked before."""
    finder = get_deployment().vault.finder
    return finder.find(said.get("name", ""), said.get("birth_date", ""), said.get("phone", ""))


def may_be_told(request: HttpRequest, owner: Owner, questions: Sequence[Question]) -> list[Answer]:
    """The rules' answer on what is told without being words, each noted."""
    deployment, actor = get_deployment(), request.actor
    vault = deployment.vault
    return answer_all(deployment.ledger, vault.sharing.rules, vault.notes, actor, owner, questions, purpose_of(actor))


def read_because(consent: str) -> list[Because]:
    """Who was shown words on the strength of a consent, newest first."""
    return list_because_of(get_deployment().options.ledger, consent)


def read_of_fields(person: str, fields: Sequence[str]) -> list[Because]:
    """Who was shown these fields of a person, newest first."""
    return list_of_fields(get_deployment().options.ledger, person, fields)


def read_as_asker(request: HttpRequest, asker: str, person: str, references: Sequence[Reference]) -> Words:
    """What the person themselves, or who answers for them, may read of the record; noted as theirs, by the officer who hands it out."""
    return get_deployment().vault.read(_reader(request, asker, person), references, "own_record")


def read_file_as_asker(request: HttpRequest, asker: str, person: str, reference: Reference) -> Filed | None:
    """A photo or scan of the record, in the same way."""
    return get_deployment().vault.read_file(_reader(request, asker, person), reference, "own_record")


def read_to_judge(request: HttpRequest, suggestion: str, references: Sequence[Reference]) -> Words:
    """What the officer who judges a suggestion may read of the two records it names (core/sharing/matching)."""
    actor: Actor = request.actor
    return get_deployment().vault.read(actor._replace(seat=suggestion, purpose="operations"), references, "operations")


def _reader(request: HttpRequest, asker: str, person: str) -> Actor:
    actor: Actor = request.actor
    return actor._replace(role=asker, purpose="own_record", seat=person)
