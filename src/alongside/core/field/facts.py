"""Facts on scene."""

from alongside.core.codes import Disposition, PoliceRole
from alongside.core.fact import Fact, fact
from alongside.core.party import Reference


@fact
class HelpAsked(Fact):
    """A crew pressed for help."""

    unit: str
    answer_by: int


@fact
class HelpReceived(Fact):
    """Somebody at the desk has it; the crew reads who."""

    unit: str
    received_by: str


@fact
class HelpUnanswered(Fact):
    """Nobody took a call for help in time; rises to every desk of the area."""

    unit: str
    asked_at: int
    ask_again_at: int


@fact
class PoliceRoleSet(Fact):
    """Police on this call: none, staged unseen, present or lead; who asked and why; or released."""

    incident: str
    role: PoliceRole
    asked_by: str
    reason: str


@fact
class LeadsNamed(Fact):
    """Who among those there decides about care and who about safety; "" where nobody there can. Proposed by rule, or chosen by a person."""

    incident: str
    clinical: str
    safety: str
    chosen: bool


@fact
class InterpreterUsed(Fact):
    """Somebody interpreted: language, how, who, for what; the interpreter's own number is in the vault."""

    incident: str
    language: str
    modality: str
    interpreter: str
    purpose: str
    reason: str = ""  # why family or a child did
    words: tuple[Reference, ...] = ()


@fact
class GuardianTried(Fact):
    """One attempt to reach the guardian of a minor, and what it brought."""

    episode: str
    incident: str
    outcome: str
    words: tuple[Reference, ...] = ()


@fact
class DependantsPlaced(Fact):
    """Who has the children or other dependants now."""

    incident: str
    who: str
    words: tuple[Reference, ...] = ()


@fact
class NobodyAnswered(Fact):
    """A welfare check found a closed door; what is tried next, and when somebody comes back."""

    incident: str
    then: str
    return_at: int | None = None


@fact
class EntryDecided(Fact):
    """A police supervisor, named in the vault, decided whether a door is forced, and why."""

    incident: str
    forced: bool
    reason: str
    words: tuple[Reference, ...]


@fact
class ReportOwed(Fact):
    """Somebody owes protective services a report about a person met here, by a time."""

    report: str
    episode: str
    incident: str
    about: str
    owed_by: str
    due_at: int


@fact
class ReportFiled(Fact):
    """The report was made to protective services; what it says is not here."""

    report: str
    episode: str
    incident: str
    filed_by: str


@fact
class ReportOverdue(Fact):
    """A mandated report is late; rises until it is filed."""

    report: str
    episode: str
    incident: str
    owed_by: str
    ask_again_at: int


@fact
class ReportWithdrawn(Fact):
    """A report is owed no more: it was noted by mistake, for a coded reason, with a second person where the law asks for one."""

    report: str
    episode: str
    incident: str
    reason: str
    author: str
    signed_by: str = ""


@fact
class ReportRestored(Fact):
    """The withdrawal was taken back: the report is owed again, by the time it was owed before."""

    report: str
    episode: str
    incident: str
    owed_by: str
    due_at: int


@fact
class NoteWritten(Fact):
    """Words went to the vault; here only their hash."""

    incident: str
    episode: str
    words: tuple[Reference, ...]


@fact
class PermissionSet(Fact):
    """What the person permits: follow-up contact, voicemail, telling the outcome back."""

    episode: str
    incident: str
    permits: tuple[str, ...]


@fact
class DispositionRecorded(Fact):
    """What came of the meeting, by closed codes; ``details`` are counted by the measures (force, injury, restraint, charges …)."""

    episode: str
    incident: str
    disposition: Disposition
    details: tuple[str, ...] = ()
    agency: str = ""
