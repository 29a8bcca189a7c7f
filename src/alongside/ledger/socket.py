"""The ledger's local socket: the command line and jobs submit requests to the one process that writes (SQLite).

One JSON object a line: ``{"kind", "body", "at"}`` in, ``{"outcome", "seq", "first_seq", "code", "parameters"}`` or ``{"fault"}`` out.
The socket file may be opened by this user alone.
"""

import os
import socket
from pathlib import Path
from socketserver import StreamRequestHandler, ThreadingUnixStreamServer
from threading import Thread
from typing import cast

from alongside.core.request import Request
from alongside.ledger.body import decode, encode, read_request
from alongside.ledger.ledger import Ledger
from alongside.ledger.receipt import Outcome, Receipt
from alongside.ledger.refused import LedgerRefused, LedgerUnavailable
from alongside.ledger.short_address import short_address

LONGEST_LINE = 1_000_000


def socket_path(ledger: Path) -> Path:
    """Where the process that writes this ledger listens."""
    return ledger.with_name(ledger.name + ".socket")


class Door(ThreadingUnixStreamServer):
    """Serves the socket of a ledger until it is closed."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, ledger: Ledger, path: Path) -> None:
        self.ledger, self._path = ledger, path
        path.unlink(missing_ok=True)  # left behind by a process that was killed: the write lock says we are the only one
        before = os.umask(0o177)
        try:
            with short_address(path) as address:
                super().__init__(address, Answering)
        finally:
            os.umask(before)
        Thread(target=self.serve_forever, name="ledger socket", daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self.shutdown()
        self.server_close()
        self._path.unlink(missing_ok=True)


class Answering(StreamRequestHandler):
    """One client: answers line by line."""

    def handle(self) -> None:
        """Until the client hangs up."""
        while line := self.rfile.readline(LONGEST_LINE):
            self.wfile.write(encode(self.answer(line)) + b"\n")

    def answer(self, line: bytes) -> dict[str, object]:
        """The receipt, or the sentence that says why there is none."""
        try:
            told = decode(line)
            request = read_request(told["kind"], encode(told["body"]).decode())
            receipt = cast(Door, self.server).ledger.record(request, told.get("at"))
        except (LedgerRefused, LedgerUnavailable, ValueError, KeyError, TypeError, RecursionError) as fault:
            return {"fault": f"{type(fault).__name__}: {fault}"}
        place = {"seq": receipt.seq, "first_seq": receipt.first_seq}
        return {"outcome": receipt.outcome.value, "code": receipt.code, "parameters": receipt.parameters, **place}


class Caller:
    """A client of the socket. Facts are not sent back: read them from the ledger by ``first_seq``."""

    def __init__(self, ledger: Path) -> None:
        path = socket_path(ledger)
        self._socket = socket.socket(socket.AF_UNIX)
        try:
            with short_address(path) as address:
                self._socket.connect(address)
        except OSError as closed:
            raise LedgerRefused(f"Nobody listens at {path}: start the server, or open the ledger directly while it is stopped.") from closed
        self._lines = self._socket.makefile("rwb")

    def record(self, request: Request, at: int | None = None) -> Receipt:
        """As ``Ledger.record``. Raises :class:`LedgerUnavailable` where nothing was acknowledged."""
        try:
            self._lines.write(encode({"kind": request.kind, "body": request, "at": at}) + b"\n")
            self._lines.flush()
            line = self._lines.readline()
        except OSError as lost:
            raise LedgerUnavailable(f"The server hung up ({lost}). Send the request again with the same id.") from lost
        if not line:
            raise LedgerUnavailable("The server hung up before it answered. Send the request again with the same id.")
        told = decode(line)
        if "fault" in told:
            raise LedgerUnavailable(told["fault"])
        return Receipt(request.id, Outcome(told["outcome"]), told["seq"], told["first_seq"], (), told["code"], told["parameters"])

    def close(self) -> None:
        """Hang up."""
        self._lines.close()
        self._socket.close()
