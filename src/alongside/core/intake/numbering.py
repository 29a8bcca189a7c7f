"""The number people say aloud for a need. It follows from the need's own id, so that it tells nobody how many others there were."""

from hashlib import sha256
from itertools import count

from alongside.core.board import Board
from alongside.core.codes import LIVE

FIRST = 10_000  # five digits, said in one breath; one more after every few tries that found their number taken
TRIES = 6
FREE_AGAIN_MS = 90 * 86_400_000


def find_number(board: Board, area: str, incident: str, at: int) -> int:
    """A number that no need of this area bears which is open or was taken within 90 days before ``at`` (ms UTC)."""
    tries = (throw(f"{area}:{incident}:{turn}", FIRST * 10 ** (turn // TRIES)) for turn in count())
    return next(number for number in tries if not _is_taken(board, area, number, at))


def throw(seed: str, least: int) -> int:
    """A number of as many digits as ``least``, which is a power of ten."""
    return least + int.from_bytes(sha256(seed.encode()).digest()[:8], "big") % (9 * least)


def _is_taken(board: Board, area: str, number: int, at: int) -> bool:
    bearer = board.incidents.find(board.numbers.get((area, number), ""))
    return bearer is not None and (bearer.status in LIVE or at - bearer.taken_at < FREE_AGAIN_MS)
