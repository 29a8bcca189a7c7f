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
