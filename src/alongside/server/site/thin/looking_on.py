"""A replayed day belongs to the record: whoever looks on may sign in, read and steer its clock, and nothing else."""

from alongside.server.site.deployment import get_deployment
from alongside.server.site.thin.http import Http

READS = frozenset({"GET", "HEAD", "OPTIONS"})
LOOKING_ON = frozenset({"/sign-in", "/sign-out", "/language", "/words", "/replay/steer"})


def would_change_a_replay(http: Http) -> bool:
    """Default deny: anything sent that is not among what spectators do."""
    return http.method not in READS and http.path not in LOOKING_ON and get_deployment().replay is not None
