"""Orders on scene."""

from alongside.core.codes import Disposition, PoliceRole
from alongside.core.request import Request, request


@request
class AskHelp(Request):
    """A crew asks for help now."""

    unit: str


@request
class ReceiveHelp(Request):
    """A desk has the call for help."""

    unit: str


@request
class SetPoliceRole(Request):
    """Who among police is here, as what, who asked and why."""

    incident: str
    role: PoliceRole
    asked_by: str
    reason: str


@request
class NameLeads(Request):
    """Who among those there leads care and who leads safety; "" leaves it as it is."""

    incident: str
    clinical: str = ""
    safety: str = ""


@request
class UseInterpreter(Request):
    """Somebody interprets. Family or a child only for the reason ``imminent_danger``. The interpreter's number is in ``words``."""

    incident: str
    language: str
    modality: str
    interpreter: str = "professional"
    purpose: str = "on_scene"
    reason: str = ""


@request
class TryGuardian(Request):
    """One attempt to reach a guardian."""

    episode: str
    outcome: str


@request
class PlaceDependants(Request):
    """Who has the children or other dependants now; names are in ``words``."""

    incident: str
    who: str


@request
class RecordNoAnswer(Request):
    """Nobody answers the door: neighbors, a call back, or a time (ms UTC) to return."""

    incident: str
    then: str
    return_at: int | None = None


@request
class DecideEntry(Request):
    """Write down what a police supervisor decided about forcing a door; the name is in ``words`` as ``said_by``."""

    incident: str
    forced: bool
    reason: str


@request
class OweReport(Request):
    """The asker owes protective services a report: about a child, an older_adult, a dependent_adult. ``report`` is a new id."""

    report: str
    episode: str
    about: str


@request
class FileReport(Request):
    """The report was made to protective services."""

    report: str


@request
class WithdrawReport(Request):
    """A report was noted as owed by mistake. ``signed_by`` is a supervisor on duty where the law asks for a second person."""

    report: str
    reason: str
    signed_by: str = ""


@request
class RestoreReport(Request):
    """It is owed after all: undo of a withdrawal."""

    report: str


@request
class WriteNote(Request):
    """A note; its words are in ``words``."""

    incident: str
    episode: str = ""


@request
class SetPermission(Request):
    """What the person permits: contact, voicemail, outcome_back."""

    episode: str
    permits: tuple[str, ...]


@request
class RecordDisposition(Request):
    """What came of the meeting. ``follow_ups`` are new ids, one for each follow-up the rules may ask for.

    ``agency`` names who took over where somebody did; ``signed_by`` is the supervisor where the life table asks for one.
    """

    episode: str
    disposition: Disposition
    details: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    agency: str = ""
    signed_by: str = ""
