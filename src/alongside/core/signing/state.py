"""What the board remembers of the signature under the last hand-over."""

from typing import NamedTuple

from alongside.core.party import Reference


class Signed(NamedTuple):
    """``how`` is "" where nobody has said anything of a signature, as in every hand-over of before there were any."""

    how: str = ""
    reason: str = ""
    at: int = 0
    facility: str = ""
    words: tuple[Reference, ...] = ()

    def is_under(self, facility: str, handed_at: int | None) -> bool:
        """Whether it stands under this hand-over and not under an earlier one."""
        return bool(self.how) and self.facility == facility and self.at >= (handed_at or 0)

    def is_by_hand(self) -> bool:
        """Whether somebody signed on the screen: that stands, and is not signed over."""
        return self.how in ("drawn", "typed")


UNSIGNED = Signed()
