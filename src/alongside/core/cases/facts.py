"""Facts of cases, in the stream of each case. Whoever holds it is one worker or one desk."""

from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class CaseOpened(Fact):
    """Longer work begins; ``worker`` holds it, or ``desk`` until a worker accepts."""

    case: str
    person: str
    case_kind: str
    worker: str
    desk: str
    agency: str
    is_shared: bool
    team: tuple[str, ...]
    because: str
    contact_by: int
    step: str = ""
    words: tuple[Reference, ...] = ()


@fact
class CaseOffered(Fact):
    """Somebody is asked to take it over; nothing has moved."""

    case: str
    person: str
    offered_to: str
    because: str
    answer_by: int


@fact
class CaseOfferDeclined(Fact):
    """It stays where it is."""

    case: str
    person: str
    offered_to: str
    because: str


@fact
class CaseOfferWithdrawn(Fact):
    """It was asked of nobody any more."""

    case: str
    person: str
    offered_to: str


@fact
class CaseOfferUnanswered(Fact):
    """Nobody answered in time: it rises to the supervisor, and stays where it is."""

    case: str
    person: str
    offered_to: str


@fact
class CaseTaken(Fact):
    """Somebody else holds it from now on: a worker who accepted, or a desk that stands in. The only fact that moves a case."""

    case: str
    person: str
    from_worker: str
    from_desk: str
    worker: str
    desk: str
    agency: str
    because: str


@fact
class CaseContacted(Fact):
    """A contact, or a try; where the person was reached ``contact_by`` says when the next one is due."""

    case: str
    person: str
    how: str
    outcome: str
    author: str
    contact_by: int
    words: tuple[Reference, ...] = ()


@fact
class CaseContactOverdue(Fact):
    """The person was not reached as often as this kind of case asks."""

    case: str
    person: str
    contact_by: int
    ask_again_at: int


@fact
class CaseTaskSet(Fact):
    """Something is to be done by then."""

    case: str
    person: str
    task: str
    what: str
    due_at: int
    every_ms: int
    ended_by: tuple[str, ...] = ()
    words: tuple[Reference, ...] = ()


@fact
class CaseTaskDone(Fact):
    """Done; a recurring one is due again at ``next_at``."""

    case: str
    person: str
    task: str
    next_at: int | None
    words: tuple[Reference, ...] = ()


@fact
class CaseTaskEnded(Fact):
    """To be done no more, and why."""

    case: str
    person: str
    task: str
    because: str


@fact
class CaseTaskOverdue(Fact):
    """The time has passed."""

    case: str
    person: str
    task: str
    due_at: int
    ask_again_at: int


@fact
class CaseGoalSet(Fact):
    """A goal, or where it stands now."""

    case: str
    person: str
    goal: str
    state: str
    words: tuple[Reference, ...] = ()


@fact
class CasePlanWritten(Fact):
    """A page of the plan, as agreed with the person."""

    case: str
    person: str
    author: str
    words: tuple[Reference, ...] = ()


@fact
class CaseStepped(Fact):
    """More or less support than before."""

    case: str
    person: str
    step: str


@fact
class CaseReferred(Fact):
    """Something was asked of others, or where that stands now; ``code`` is the library's."""

    case: str
    person: str
    code: str
    state: str


@fact
class CaseClosed(Fact):
    """The work is over, and why; ``signed_by`` where the kind asks for a second person."""

    case: str
    person: str
    reason: str
    author: str
    signed_by: str
    words: tuple[Reference, ...] = ()


@fact
class CaseReopened(Fact):
    """It goes on with ``worker``."""

    case: str
    person: str
    worker: str
    agency: str
    contact_by: int
