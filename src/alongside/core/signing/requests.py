"""Orders about a signature at the door."""

from alongside.core.request import Request, request


@request
class SignHandOver(Request):
    """Afterwards, while the place has the person. Words: ``door_signed_by``, ``door_signed_role``, ``door_signature`` (strokes)."""

    episode: str
    unsigned: str = ""  # paper, or why there is none
