"""What a memory of whole numbers is as machine code: an address, and what holds of everything behind it.

Two things are said to the compiler that it cannot find out. A counter in the head, read or written by its name, is never a number in a
table, read or written at a place worked out; so a counter need not be read again after a table was written. And what is *fixed* does not
change in a run. For runs that only count (``counting_at``) it is also said beforehand which limits are what, so that whatever they rule
out is left out of the machine code; the memory holds the same numbers.
"""

import operator
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from alongside.twin.engine import state as st
from alongside.twin.engine.compiling import IS_PLAIN, numba

COUNTING = {st.Z_FORESEEN: 1, st.Z_ROWS: 0, st.C_REASSIGNS: 0, st.C_SECOND: 0}
TELLING = {st.Z_FORESEEN: 0}


def _fixed(numbers: memoryview, place: int) -> int:
    return numbers[place]


def _nowhere(address: int) -> memoryview:
    raise RuntimeError(f"{address} is an address only to machine code")


def _nothing(numbers: memoryview, place: int) -> None:
    """Only a processor looks ahead."""


numbers_at: Callable[[int], memoryview] = _nowhere
counting_at: Callable[[int], memoryview] = _nowhere
small_numbers_at: Callable[[int], memoryview] = _nowhere
fixed: Callable[[memoryview, int], int] = _fixed
fetch: Callable[[memoryview, int], None] = _nothing

if numba is not None:
    LLVM: Any = import_module("llvmlite.ir")
    TYPES: Any = numba.types
    TEMPLATES: Any = import_module("numba.core.typing.templates")
    MODELS: Any = import_module("numba.core.datamodel")
    INTRINSIC: Any = import_module("numba.extending").intrinsic
    lowers: Any = import_module("numba.core.imputils").lower_builtin
    WORD: Any = LLVM.IntType(64)

    class Memory(TYPES.CPointer):  # type: ignore[misc]
        """The type of an address, with the limits that are known beforehand."""

        def __init__(self, name: str, known: Mapping[int, int]) -> None:
            self.known = known
            super().__init__(TYPES.int64)
            self.name = name

        @property
        def key(self) -> str:
            """Two are the same by their name."""
            return str(self.name)

    MODELS.register_default(Memory)(MODELS.models.PointerModel)

    def _is_counter(given: tuple[Any, ...]) -> bool:
        return isinstance(given[0], Memory) and isinstance(given[1], int)

    @TEMPLATES.infer
    class ReadsCounter(TEMPLATES.AbstractTemplate):  # type: ignore[misc]
        """``m[st.N_FACTS]``, as numba types it."""

        key = "static_getitem"

        def generic(self, given: tuple[Any, ...], named: object) -> Any:
            """A number."""
            return TEMPLATES.signature(TYPES.int64, given[0], TYPES.int64) if _is_counter(given) else None

    @TEMPLATES.infer
    class WritesCounter(TEMPLATES.AbstractTemplate):  # type: ignore[misc]
        """``m[st.N_FACTS] = …``."""

        key = "static_setitem"

        def generic(self, given: tuple[Any, ...], named: object) -> Any:
            """Nothing."""
            return TEMPLATES.signature(TYPES.none, given[0], TYPES.int64, TYPES.int64) if _is_counter(given) else None

    def _tag(builder: Any, place: str) -> Any:
        """What tells the compiler that numbers of two names are never the same number (LLVM: tbaa)."""
        module, zero = builder.module, LLVM.Constant(WORD, 0)
        root = module.add_metadata([LLVM.MetaDataString(module, "alongside")])
        kind = module.add_metadata([LLVM.MetaDataString(module, place), root, zero])
        return module.add_metadata([kind, kind, zero])

    def _read(builder: Any, memory: Any, place: Any, kind: str) -> Any:
        number = builder.load(builder.gep(memory, [place]))
        number.set_metadata("tbaa", _tag(builder, kind))
        return number

    def _write(builder: Any, memory: Any, place: Any, number: Any, kind: str) -> None:
        builder.store(number, builder.gep(memory, [place])).set_metadata("tbaa", _tag(builder, kind))

    def _read_counter(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return _read(builder, given[0], LLVM.Constant(WORD, given[1]), "head")

    def _write_counter(context: Any, builder: Any, signature: Any, given: Any) -> None:
        _write(builder, given[0], LLVM.Constant(WORD, given[1]), given[2], "head")

    def _read_place(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        return _read(builder, given[0], given[1], "table")

    def _write_place(context: Any, builder: Any, signature: Any, given: Any) -> None:
        _write(builder, given[0], given[1], given[2], "table")

    lowers("static_getitem", Memory, TYPES.IntegerLiteral)(_read_counter)
    lowers("static_setitem", Memory, TYPES.Integer, TYPES.Integer)(_write_counter)
    lowers(operator.getitem, Memory, TYPES.Integer)(_read_place)
    lowers(operator.setitem, Memory, TYPES.Integer, TYPES.Any)(_write_place)

    def _begins(kind: Any) -> Any:
        """As machine code, the numbers that begin at an address."""

        def numbers(typing_context: Any, address: Any) -> Any:
            def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
                return builder.inttoptr(given[0], context.get_value_type(signature.return_type))

            return kind(TYPES.int64), generate

        return INTRINSIC(numbers)

    def _unchanged() -> Any:
        """As machine code, a number that stays as it is: known beforehand, or read once."""

        def fixed(typing_context: Any, numbers: Any, place: Any) -> Any:
            known = numbers.known if isinstance(numbers, Memory) else {}

            def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
                value = known.get(getattr(given[1], "constant", -1))
                if value is not None:
                    return LLVM.Constant(WORD, value)
                number = builder.load(builder.gep(given[0], [given[1]]))
                number.set_metadata("invariant.load", builder.module.add_metadata([]))
                return number

            return numbers.dtype(numbers, place), generate

        return INTRINSIC(fixed)

    def _fetching() -> Any:
        """As machine code, word to the processor that what stands here is wanted soon; past the end of a table it means nothing."""

        def fetch(typing_context: Any, numbers: Any, place: Any) -> Any:
            def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
                byte, flag = LLVM.IntType(8).as_pointer(), LLVM.IntType(32)
                kind = LLVM.FunctionType(LLVM.VoidType(), (byte, flag, flag, flag))
                call = builder.module.declare_intrinsic("llvm.prefetch", (byte,), kind)
                there = builder.bitcast(builder.gep(given[0], [given[1]]), byte)
                builder.call(call, (there, *(LLVM.Constant(flag, one) for one in (1, 3, 1))))
                return context.get_dummy_value()

            return TYPES.none(numbers, place), generate

        return INTRINSIC(fetch)

    numbers_at = _begins(Memory("telling", TELLING))
    counting_at = _begins(Memory("counting", COUNTING))
    small_numbers_at = _begins(TYPES.CPointer(TYPES.int32))
    fixed = _fixed if IS_PLAIN else _unchanged()
    fetch = _nothing if IS_PLAIN else _fetching()
