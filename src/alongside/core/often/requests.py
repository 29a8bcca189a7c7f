"""The order of whoever looks at the list."""

from alongside.core.request import Request, request


@request
class ReviewOften(Request):
    """Leave it as it is, or look again on a day. A case is opened by its own order."""

    whom: str
    key: str
    decision: str
    look_again_at: int | None = None
