"""Start the server: ``python -m alongside.server.up`` (or ``./dev up``)."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.server.site.options import Options
from alongside.server.site.safe_start import find_danger

HARDLY_EVER = (50_000, 20, 100)  # nearly all that a start makes stays: looked through less often, a tenth quicker; then asgi sets its own
STOP_WITHIN_S = 2  # an open stream would otherwise keep the server from ending


def parser() -> argparse.ArgumentParser:
    """The options of the server."""
    ask = argparse.ArgumentParser(prog="alongside.server.up", description="Serve the console.")
    ask.add_argument("--port", type=int, default=8000, help="listen on this port (8000)")
    ask.add_argument("--host", default="127.0.0.1", help="listen on this address (127.0.0.1)")
    ask.add_argument("--data", default=os.environ.get("ALONGSIDE_DATA", "var"), help="folder for the database, keys and files")
    ask.add_argument("--program", default="tailored", help="program profile to run")
    ask.add_argument("--speed", type=float, default=1.0, help="how many times faster than a clock the demo lives (1)")
    ask.add_argument("--quiet", action="store_true", help="no living city: a board waiting for your calls")
    ask.add_argument("--world", default="", help="planning world the demo lives in: a file, or the name of a fitted one (its own)")
    ask.add_argument("--calls", type=float, default=3.0, help="how many times that world's calls ring in the living city, 0 to 3 (3)")
    ask.add_argument("--live", action="store_true", help="a live ledger instead of a demo one")
    ask.add_argument("--behind-tls", action="store_true", help="a server in front of this one speaks TLS to browsers")
    ask.add_argument("--name", action="append", default=[], dest="hosts", help="a name under which browsers reach this server")
    most = int(os.environ.get("ALONGSIDE_ATTACHMENT_MB", "10"))
    about = "the largest photo or scan of a paper, in MB, 1 to 50 (10)"
    ask.add_argument("--attachment-mb", type=int, choices=range(1, 51), default=most, metavar="MB", help=about)
    about = "clamd that looks at each photo or scan: unix:/run/clamav/clamd.ctl or 127.0.0.1:3310 (none; or ALONGSIDE_SCANNER)"
    ask.add_argument("--scanner", default=os.environ.get("ALONGSIDE_SCANNER", ""), metavar="PLACE", help=about)
    return ask


def main(argv: Sequence[str] | None = None) -> int:
    """Check that it is safe to start like this, then serve until stopped."""
    told = vars(parser().parse_args(argv))
    told["world"] = str(Path(told["world"]).resolve()) if told["world"] and Path(told["world"]).is_file() else told["world"]
    told |= {"data": Path(told["data"]).resolve(), "hosts": tuple(told["hosts"]), "database": os.environ.get("ALONGSIDE_DATABASE", "")}
    options = Options(**told)
    danger = find_danger(options)
    if danger:
        sys.stderr.write(danger + "\n")
        return 2
    os.umask(0o077)  # whatever is written from here on is for this user alone
    os.environ.update(options.to_environment())
    serve(options)
    return 0


def serve(options: Options) -> None:
    """One serving process: on SQLite it owns all ledger writes."""
    from granian.constants import HTTPModes, Interfaces, Loops
    from granian.log import LogLevels
    from granian.server import Server

    gc.set_threshold(*HARDLY_EVER)
    Server(
        "alongside.server.site.asgi:app",
        address=options.host,
        port=options.port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        loop=Loops.asyncio,
        websockets=False,
        workers=1,
        backlog=4096,
        backpressure=8192,
        workers_kill_timeout=STOP_WITHIN_S,
        log_level=LogLevels.warning,
    ).serve()


if __name__ == "__main__":
    sys.exit(main())
