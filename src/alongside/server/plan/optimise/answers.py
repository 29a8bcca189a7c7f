"""Answers that take a while: one after the other beside whoever waits, kept for the next who asks, and none for whom nobody waits."""

from collections.abc import Callable, Hashable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Lock
from typing import Generic, TypeVar

A = TypeVar("A")


class Answers(Generic[A]):
    """At most ``kept`` of them, asked and answered together: who asks for more pushes the oldest out, begun or not."""

    def __init__(self, kept: int, patience_s: float) -> None:
        self._kept, self._patience_s = kept, patience_s
        self._asked: dict[Hashable, Future[A]] = {}
        self._lock, self._pool = Lock(), ThreadPoolExecutor(1, thread_name_prefix="answers")

    def ask(self, key: Hashable, work: Callable[[], A]) -> A | None:
        """None while it is being worked on. What failed is raised once, and may be asked again."""
        found = self._find(key, work)
        try:
            return found.result(timeout=self._patience_s)
        except (TimeoutError, CancelledError):
            return None
        except Exception:
            self._asked.pop(key, None)
            raise

    def _find(self, key: Hashable, work: Callable[[], A]) -> Future[A]:
        with self._lock:
            if key not in self._asked:
                self._asked[key] = self._pool.submit(work)
                for old in list(self._asked)[: -self._kept]:
                    self._asked.pop(old).cancel()
            return self._asked[key]
