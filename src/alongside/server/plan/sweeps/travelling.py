"""The few lines that travel to a node as they stand here."""

from collections.abc import Callable, Sequence

Work = Callable[[str, bytes, Sequence[int]], tuple[str, str, bytes]]


def make_work() -> Work:
    """A function within a function takes its code along: a node without this package can say so, and the first need not load it."""

    def live_there(code: str, packed: bytes, seeds: Sequence[int]) -> tuple[str, str, bytes]:
        from importlib import import_module

        from alongside.twin.sweeping.at_a_node import answer

        return (import_module("ray").util.get_node_ip_address(), *answer(code, packed, seeds))

    return live_there
