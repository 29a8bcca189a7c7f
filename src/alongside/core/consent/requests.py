"""Orders about consent. Words come along in ``words``: consent_name, consent_recipients, consent_signature, consent_paper, consent_note;
and consent_scan, a photo or scan."""

from alongside.core.request import Request, request


@request
class RecordConsent(Request):
    """Write down what the person answered. ``what`` are fields, or ``all``; times are ms UTC; ``stated`` what was told to whoever signs."""

    person: str
    consent: str
    about: str
    answer: str = "given"
    form: str = "drawn"
    signer: str = "person"
    what: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
    intermediary: str = ""
    from_at: int | None = None
    expires_at: int | None = None
    event: str = ""
    stated: tuple[str, ...] = ()
    dated: bool = False  # on paper: the date stands beside the signature
    signed: bool = False  # on paper: it is signed
    episode: str = ""


@request
class WithdrawConsent(Request):
    """Take it back, for whatever reason or none. ``said_by``: person, guardian, representative."""

    person: str
    consent: str
    said_by: str = "person"
    reason: str = ""


@request
class EndConsent(Request):
    """The event it named has come."""

    person: str
    consent: str


@request
class ReportConsentWrong(Request):
    """It is not what it says: another person signed, nobody did, under pressure, or it was entered wrong."""

    person: str
    consent: str
    reason: str
