"""Requests: orders that may be refused. Ids are minted by whoever asks, so the same request asked twice is one request."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

from alongside.core.party import Actor, Reference

REQUESTS: dict[str, type["Request"]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Base of all requests.

    ``id`` is random and chosen by the client. A late request (an offline device) carries ``happened_at`` (ms UTC), its ``device``,
    that device's ``sequence`` and the ``parents`` it was built on; what no longer fits is quarantined, never dropped.
    """

    id: str
    by: Actor
    happened_at: int | None = None
    device: str = ""
    sequence: int = 0
    parents: tuple[str, ...] = ()
    words: tuple[Reference, ...] = ()  # protected text that came along, already in the vault

    @property
    def kind(self) -> str:
        """The request's name in the ledger."""
        return type(self).__name__

    def at(self, now: int) -> int:
        """When it happened: the device's own time if it is not in the future, else now."""
        return now if self.happened_at is None else min(self.happened_at, now)


R = TypeVar("R", bound=Request)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def request(cls: type[R]) -> type[R]:
    """Freeze a request class and enter it in the register used to read requests back."""
    frozen = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    if frozen.__name__ in REQUESTS:
        raise TypeError(f"request {frozen.__name__} is declared twice")
    REQUESTS[frozen.__name__] = frozen
    return frozen
