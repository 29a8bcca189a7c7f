"""A mail server of this machine that keeps what it is given."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message


class PostBox(socketserver.ThreadingTCPServer):
    """Takes mail as RFC 5321 says, one letter a connection."""

    daemon_threads = allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Letter)
        self.letters: list[Message] = []
        self.arrived = threading.Condition()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def wait_for(self, subject: str, seconds: float = 15) -> str:
        """The text of a letter under that subject."""
        with self.arrived:
            assert self.arrived.wait_for(lambda: self._find(subject) is not None, seconds), [one["Subject"] for one in self.letters]
            found = self._find(subject)
        return found.get_payload(decode=True).decode() if found else ""

    def _find(self, subject: str) -> Message | None:
        return next((one for one in self.letters if one["Subject"] == subject), None)


class Letter(socketserver.StreamRequestHandler):
    """One conversation."""

    def handle(self) -> None:
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                self._take()
            self.wfile.write(b"221 bye\r\n" if verb == b"QUIT" else b"250 yes\r\n")
            if verb == b"QUIT":
                return

    def _take(self) -> None:
        text = b""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            text += line
        box = self.server
        assert isinstance(box, PostBox)
        with box.arrived:
            box.letters.append(message_from_bytes(text))
            box.arrived.notify_all()


@contextmanager
def post_box() -> Iterator[PostBox]:
    """Open for as long as the story needs it."""
    with PostBox() as box:
        threading.Thread(target=box.serve_forever, daemon=True).start()
        try:
            yield box
        finally:
            box.shutdown()
