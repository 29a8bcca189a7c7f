"""Orders about cases. Words travel in ``words``, sealed under the person's key."""

from alongside.core.request import Request, request


@request
class OpenCase(Request):
    """Begin a case. ``worker`` is the asker, or somebody a supervisor asks; until they accept ``position`` holds it."""

    case: str
    person: str
    case_kind: str
    because: str
    worker: str = ""
    position: str = ""
    beyond_limit: bool = False


@request
class OfferCases(Request):
    """Ask somebody to take these cases over. Nothing moves."""

    cases: tuple[str, ...]
    worker: str
    because: str


@request
class AcceptCases(Request):
    """Take over all of these that were offered; all or none."""

    cases: tuple[str, ...]
    beyond_limit: bool = False


@request
class DeclineCases(Request):
    """They stay where they are."""

    cases: tuple[str, ...]
    because: str


@request
class WithdrawCaseOffers(Request):
    """Ask nobody any more."""

    cases: tuple[str, ...]


@request
class StandInForCases(Request):
    """A supervisor's desk takes over what an absent worker holds."""

    cases: tuple[str, ...]
    position: str
    because: str


@request
class RecordCaseContact(Request):
    """A contact with the person, or a try."""

    case: str
    how: str
    outcome: str


@request
class SetCaseTask(Request):
    """Something to be done by ``due_at`` (ms UTC), again every ``every_ms`` where that is not 0."""

    case: str
    task: str
    what: str
    due_at: int
    every_ms: int = 0


@request
class DoCaseTask(Request):
    """It was done."""

    case: str
    task: str


@request
class EndCaseTask(Request):
    """It is to be done no more."""

    case: str
    task: str
    because: str


@request
class SetCaseGoal(Request):
    """A goal in the person's words, or where one stands."""

    case: str
    goal: str
    state: str = "open"


@request
class WriteCasePlan(Request):
    """A page of the plan."""

    case: str


@request
class StepCase(Request):
    """More or less support, by the steps of its kind."""

    case: str
    step: str


@request
class ReferCase(Request):
    """Something asked of others, by the library's code, and where it stands."""

    case: str
    code: str
    state: str


@request
class CloseCase(Request):
    """End it, with a reason its kind knows."""

    case: str
    reason: str
    signed_by: str = ""


@request
class ReopenCase(Request):
    """It was closed too soon: it goes on with the asker."""

    case: str
