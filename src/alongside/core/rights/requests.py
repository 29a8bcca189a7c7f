"""Orders about a person's rights over their record. Words travel in ``words``."""

from alongside.core.request import Request, request


@request
class RecordDisclosure(Request):
    """Something was told outside this system. Words: ``disclosed_to``, ``disclosed_what``."""

    disclosure: str
    person: str
    how: str
    basis: str
    classes: tuple[str, ...]
    disclosed_at: int | None = None


@request
class HandOutCopy(Request):
    """The person's own copy, to who asks for it; ``identity`` is how anybody knows that it is them."""

    copy: str
    person: str
    identity: str
    how: str
    asker: str = "person"


@request
class AskAmendment(Request):
    """Put something right. Words: ``amendment_asked``, and ``amendment_scan``, a photo or scan."""

    amendment: str
    person: str
    item: str = ""


@request
class ExtendAmendment(Request):
    """The answer takes up to thirty days more; once. Words: ``amendment_extended``, why, as the person is told."""

    amendment: str


@request
class AcceptAmendment(Request):
    """It is put right: the new words under the item's own field. ``told``: organizations that were told."""

    amendment: str
    told: tuple[str, ...] = ()


@request
class RefuseAmendment(Request):
    """It stays as it is. Words: ``amendment_refused``."""

    amendment: str
    reason: str


@request
class StateDisagreement(Request):
    """What the person says to a refusal. Words: ``disagreement``."""

    amendment: str
