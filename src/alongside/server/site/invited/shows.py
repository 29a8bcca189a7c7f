"""What whoever holds link and PIN sees and can answer: each stage enters its purposes here, in its ``urls.py``."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import HttpRequest

from alongside.server.site.invited.holding import Held
from alongside.server.site.rows import Row


class Shown(NamedTuple):
    """``template`` is rendered with what ``make`` gives. ``request.actor`` is the invitation: ``look`` and ``read_words`` are bound to it.

    The template holds the forms that answer: each posts ``step=answer``, ``pin``, ``answer`` and what else ``holding.answer`` reads,
    to the address of the page itself, and includes ``invitation/_sign.html`` for who answers and the PIN.
    """

    template: str
    make: Callable[[HttpRequest, Held], Row]


SHOWS: dict[str, Shown] = {}
