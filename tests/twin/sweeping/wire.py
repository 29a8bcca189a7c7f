"""A wire between an asker and the first node that can be cut: whoever tries again gets through."""

import socket
from contextlib import suppress
from threading import Thread
from types import TracebackType
from typing import Self

from alongside.server.plan.sweeps.nodes import Place


class Wire:
    """Passes on what comes at ``near``."""

    def __init__(self, far: Place) -> None:
        self.far, self.was_cut, self.ends = far, 0, list[socket.socket]()
        self.door = socket.create_server((far.host, 0))
        self.near = Place(far.host, int(self.door.getsockname()[1]))

    def __enter__(self) -> Self:
        Thread(target=self._let_in, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None) -> None:
        self.door.shutdown(socket.SHUT_RDWR)
        self.door.close()
        self._end()

    def cut(self) -> None:
        """Everything that is on its way is lost."""
        self.was_cut += 1
        self._end()

    def _end(self) -> None:
        while self.ends:
            with suppress(OSError):
                self.ends.pop().shutdown(socket.SHUT_RDWR)

    def _let_in(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.door.accept()
                far = socket.create_connection((self.far.host, self.far.port))
                self.ends += near, far
                for one, other in ((near, far), (far, near)):
                    Thread(target=_carry, args=(one, other), daemon=True).start()


def _carry(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError), one:
        while said := one.recv(65_536):
            other.sendall(said)
