"""Lines of the log: the time in UTC, one event a line, and nothing somebody sent can look like another line."""

import logging
import re
import time

CONTINUED = "\n    | "
LINK = re.compile(r"(/answer/)[\w-]+")  # whoever reads the log holds no link by it
VISIBLE = {code: f"\\x{code:02x}" for code in (*range(32), *range(127, 160))} | {0x2028: "\\u2028", 0x2029: "\\u2029"}


class Lines(logging.Formatter):
    """``2026-11-26T01:02:03.004Z WARNING alongside.server…: message``; what a fault adds stands below, marked."""

    converter = time.gmtime
    default_time_format, default_msec_format = "%Y-%m-%dT%H:%M:%S", "%s.%03dZ"

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802  (the name logging asks for)
        """Control characters are shown, not obeyed."""
        record.message = LINK.sub(r"\1…", record.message.translate(VISIBLE))
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:  # noqa: N802
        """Each line of a trace marked as belonging to the line above."""
        trace = super().formatException(ei)  # type: ignore[arg-type]
        return LINK.sub(r"\1…", CONTINUED.join(["", *(line.translate(VISIBLE) for line in trace.splitlines())]).lstrip("\n"))
