"""A search as it stands in an address, and the page that answers it."""

from urllib.parse import parse_qs

from django.utils.translation import override

from alongside.core.board import Board
from alongside.server.fhir.outcome import Answered, Unfit
from alongside.server.fhir.searching import bundle, search

MOST_NAMES = 20


def answer_search(board: Board, partner: str, asked: bytes, base: str, now: int) -> Answered:
    """Raises ``Unfit`` for what cannot be read."""
    try:
        query = parse_qs(asked.decode("latin-1"), max_num_fields=MOST_NAMES)
    except ValueError as too_many:
        raise Unfit(400, "too-long", "Too many search parameters. Send fewer.") from too_many
    found = search(board, partner, query)
    with override("en"):
        return Answered(200, bundle(board, found, base, now))
