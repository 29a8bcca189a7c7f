"""Compiles kernels with numba, kept on disk under a name that changes with any of their sources: no stale code is ever run."""

import os
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import gettempdir
from typing import Any, TypeVar, cast

numba: Any
try:
    numba = import_module("numba")
    binding = import_module("llvmlite").binding
except ModuleNotFoundError:  # a server without the lock group “plan”: its pages stand, and say what is missing
    numba = None

F = TypeVar("F", bound=Callable[..., Any])
SOURCES = Path(__file__).parent.parent


def _digest() -> str:
    """Of all sources and where they are (numba keeps by that, too), of what compiles them, and of the processor they are compiled for."""
    parts = sorted((*SOURCES.glob("engine/*.py"), *SOURCES.glob("planning/*.py")))
    compiler = (numba.__version__, MACHINE.get_host_cpu_name(), MACHINE.get_host_cpu_features().flatten(), str(SOURCES))
    return sha256(repr(compiler).encode() + b"".join(path.read_bytes() for path in parts)).hexdigest()[:16]


def _keep_where() -> str:
    base = os.environ.get("ALONGSIDE_KERNELS") or str(Path(gettempdir()) / f"alongside-kernels-{os.getuid()}")
    folder = Path(base) / _digest()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise RuntimeError(f"{folder} belongs to somebody else; set ALONGSIDE_KERNELS to a folder of your own")
    return str(folder)


IS_PLAIN = numba is None or bool(numba.config.DISABLE_JIT)
KEPT = ""
if numba is not None:
    MACHINE: Any = binding
    SETTINGS: Any = numba.config
    NJIT: Any = numba.njit
    TYPES: Any = numba.types
    KEPT = SETTINGS.CACHE_DIR = _keep_where()
    SETTINGS.LOOP_VECTORIZE = 0  # nothing here is a loop over numbers; looking for one doubles the time to compile
PLAIN: dict[str, Any] = {"fastmath": False, "error_model": "numpy"}  # no fast math, so that every machine gives the same


def compiled(function: F, within: bool = False) -> F:
    """A part of a kernel: called from other parts only, compiled and kept with the entry that needs it. It is compiled once for whole
    numbers, and not once more for each number that is written where it is called."""
    if IS_PLAIN:
        return function
    part = NJIT(no_cpython_wrapper=True, no_cfunc_wrapper=True, forceinline=within, **PLAIN)(function)
    ask = part.get_call_template
    part.get_call_template = lambda given, named: ask(tuple(TYPES.unliteral(one) for one in given), named)
    return cast(F, part)


def woven(function: F) -> F:
    """A part that becomes one piece with whoever calls it: on every call's way, where to enter and to leave takes as long as the work."""
    return compiled(function, within=True)


def entry(function: F) -> F:
    """A kernel that is called from Python: machine code for whole numbers and exact float64, kept on disk."""
    return function if numba is None else cast(F, NJIT(cache=True, **PLAIN)(function))


def entry_of_many(function: F) -> F:
    """A kernel that does the same for many numbers: these are worked on side by side, as many as the processor holds."""
    if IS_PLAIN:
        return function
    made: Any = entry(function)
    compile_one = made.compile

    def compile_side_by_side(signature: Any) -> Any:
        SETTINGS.LOOP_VECTORIZE = 1
        try:
            return compile_one(signature)
        finally:
            SETTINGS.LOOP_VECTORIZE = 0

    made.compile = compile_side_by_side
    return cast(F, made)
