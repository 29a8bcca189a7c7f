"""``python -m alongside.server.plan.sweeps.first_node start --head …``: Ray's own command, but the door is ours (cli_door.py)."""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

OF_DOOR = "ray_client_server"  # what Ray calls that process
DOOR = (sys.executable, "-m", "alongside.server.plan.sweeps.cli_door")
Start = Callable[..., Any]


def main() -> None:
    """Does what Ray's command does."""
    services = import_module("ray._private.services")
    services.start_ray_process = with_door(services.start_ray_process)
    import_module("ray.scripts.scripts").main()


def with_door(start: Start) -> Start:
    """Ray's way to start its processes, but for that one."""

    def started(command: Sequence[str], kind: str, *rest: Any, **said: Any) -> Any:
        options = [word for word in command if word.startswith("--")]
        return start([*DOOR, *options] if kind == OF_DOOR else command, kind, *rest, **said)

    return started


if __name__ == "__main__":
    main()
