"""The order of whoever supervises somebody in training."""

from alongside.core.request import Request, request


@request
class SignItem(Request):
    """Sign what somebody in training wrote. ``supervisor`` is who supervises its author today, told by the server and by nobody else."""

    person: str
    item: str
    supervisor: str = ""
