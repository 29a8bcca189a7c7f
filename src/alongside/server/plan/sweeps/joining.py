"""Joining a Ray as somebody who only asks."""

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from alongside.server.plan.sweeps.nodes import CannotSweepThere, Place, must_have_token, must_listen, set_up

JOIN_AGAIN = 2


def must_be_joinable(place: Place, token: Path) -> None:
    """As far as it can be seen at once. Raises :class:`CannotSweepThere`."""
    if find_spec("ray") is None:
        raise CannotSweepThere("no_ray", place)
    set_up(os.environ, token)
    must_have_token(os.environ, place)
    must_listen(place)


def join(place: Place, token: Path) -> Any:
    """The module ``ray``, joined. Raises :class:`CannotSweepThere`."""
    must_be_joinable(place, token)
    ray = import_module("ray")
    for left in range(JOIN_AGAIN, -1, -1):
        try:
            ray.init(str(place), logging_level="ERROR", log_to_driver=False)
        except ConnectionAbortedError as aborted:  # a Ray whose door is not ours (cli_door.py)
            if not left:
                raise CannotSweepThere("not_joined", place, why=last_line(aborted)) from aborted
        except (RuntimeError, ConnectionError, ray.exceptions.RayError) as refused:
            raise CannotSweepThere("not_joined", place, why=last_line(refused)) from refused
        else:
            break
    return ray


def broken_wire() -> tuple[type[Exception], ...]:
    """What Ray's client lets through where the wire is broken: an error of its own, the wire's, or that of a channel it has just closed to
    open another (2.60: ``get_cluster_info`` asks the wire itself; all else goes through ``_call_stub`` or the data channel, which wait)."""
    return ConnectionError, import_module("grpc").RpcError, ValueError


def last_line(failed: BaseException) -> str:
    """What a long report of another machine comes to."""
    return next((line.strip() for line in reversed(str(failed).splitlines()) if line.strip(" >")), type(failed).__name__)
