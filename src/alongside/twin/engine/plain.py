"""A kernel as plain Python where machine code is there, too: for the few calls of an hour nobody waits until it is made."""

from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])


def plain(kernel: F) -> F:
    """The same lines, and those of every part they call, uncompiled."""
    source: Any = getattr(kernel, "py_func", None)
    if source is None:
        return kernel
    known = {name: plain(source.__globals__[name]) for name in source.__code__.co_names if name in source.__globals__}
    return cast(F, FunctionType(source.__code__, {"__builtins__": source.__builtins__, **known}, source.__name__))
