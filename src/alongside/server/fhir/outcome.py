"""What a FHIR client is told: a resource, or an OperationOutcome with one sentence that says what to do. Nothing protected in it."""

from typing import Any, NamedTuple

Resource = dict[str, Any]


class Answered(NamedTuple):
    """Status, resource and the headers that go with it; ``None`` where there is no body."""

    status: int
    resource: Resource | None
    headers: tuple[tuple[str, str], ...] = ()


class Unfit(Exception):
    """It cannot be done: HTTP status, FHIR issue code, sentence."""

    def __init__(self, status: int, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.code, self.sentence = status, code, sentence


def outcome(code: str, sentence: str) -> Resource:
    """One issue."""
    return {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": code, "details": {"text": sentence}}]}


def unfit(wrong: Unfit) -> Answered:
    """As the client reads it."""
    return Answered(wrong.status, outcome(wrong.code, wrong.sentence))
