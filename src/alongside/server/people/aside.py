"""Django's database asked outside a page: nobody ends the connection there, so whoever asks does.

Each page has a thread of its own. A connection kept there for the next would be kept for nobody, and PostgreSQL has a hundred.
"""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import close_old_connections

Given = ParamSpec("Given")
Told = TypeVar("Told")


def let_go(work: Callable[Given, Told]) -> Callable[Given, Told]:
    """The same work, with no connection left in its thread: what was cut off is not met again by who comes next."""

    def done(*given: Given.args, **named: Given.kwargs) -> Told:
        try:
            return work(*given, **named)
        finally:
            close_old_connections()

    return done


async def ask_aside(work: Callable[Given, Told], *given: Given.args, **named: Given.kwargs) -> Told:
    """Wait for a question to the database, from the thin path; one at a time."""
    return await sync_to_async(let_go(work))(*given, **named)


async def do_aside(work: Callable[Given, Told], *given: Given.args, **named: Given.kwargs) -> Told:
    """Wait for work that takes long, in a thread beside."""
    return await asyncio.to_thread(let_go(work), *given, **named)
