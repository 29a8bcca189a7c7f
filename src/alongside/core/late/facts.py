"""The one fact: somebody sees to it. Responsibility has not moved."""

from alongside.core.fact import Fact, fact


@fact
class LateTakenOn(Fact):
    """``staff`` sees to what is late; if it still is at ``until`` (ms UTC), it rises again."""

    what: str
    about: str
    staff: str
    until: int
