"""The order of the second person who reads a crisis card."""

from alongside.core.request import Request, request


@request
class ApproveCard(Request):
    """These pieces of the card are as the person wants them, say what helps, and hold no diagnosis."""

    person: str
    items: tuple[str, ...]
