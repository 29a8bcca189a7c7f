"""Which rules are in force at a moment: those of the files, with the settings of every policy that somebody agreed to and nobody took back.

A function of the board, of the files and of the moment alone. So every node that has read the same facts decides by the same rules, a
restart changes nothing, and a kept request asked again is asked under the policy of its time.
"""

from functools import lru_cache

from alongside.core.board import Board
from alongside.core.policy.bounds import list_bounds, may_stand
from alongside.core.policy.settings import with_settings
from alongside.core.policy.state import Settings, Span
from alongside.core.rules import Rules


def in_force(board: Board, rules: Rules, at: int) -> Rules:
    """The rules at ``at`` (ms UTC). ``rules``: those of the files, or any that this function gave for them."""
    if not board.policy_spans:
        return rules.base or rules
    return merged(rules, tuple(span for span in board.policy_spans if span.holds(at)))


def merged(rules: Rules, spans: tuple[Span, ...]) -> Rules:
    """The rules of the files under these spans; where two say something of the same thing, the later one stands."""
    base = rules.base or rules
    return _merged(_Same(base), tuple(span.settings for span in spans)) if spans else base


class _Same:
    """Rules by identity: what is kept of them is only used for these very rules."""

    __slots__ = ("rules",)

    def __init__(self, rules: Rules) -> None:
        self.rules = rules

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.rules is self.rules

    def __hash__(self) -> int:
        return 1  # the files of one process are few; what lies over them tells the entries apart


@lru_cache(maxsize=64)  # asked for every decision; a policy changes a few times a year
def _merged(base: _Same, told: tuple[Settings, ...]) -> Rules:
    bounds = list_bounds(base.rules)  # the files may have been upgraded since somebody agreed: no setting passes its bound
    return with_settings(base.rules, {one.name: one for settings in told for one in settings if may_stand(one, bounds)})
