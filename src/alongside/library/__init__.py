"""Data an agency changes without a programmer: versioned, validated, tested."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alongside.library.programs import load_program, load_rules

__all__ = ["load_program", "load_rules"]


def __getattr__(name: str) -> Any:
    """``load_rules`` and ``load_program``, read in only when asked for: the CAD import needs the reader and nothing else."""
    if name not in __all__:
        raise AttributeError(name)
    from alongside.library import programs

    return getattr(programs, name)
