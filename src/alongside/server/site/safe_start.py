"""Ways of starting that could show people's crises to strangers are refused, each with one sentence."""

import os
import shutil
import socket

from alongside.server.attach.clamd import read_place
from alongside.server.site.options import Options

PUBLIC_DEMO = (
    "A demo lets anybody sign in with one click, so it only listens on this machine: leave out --host {host}, or start with --live."
)
FRONTED_DEMO = (
    "A demo lets anybody sign in with one click, so no server may stand in front of it: leave out --behind-tls and --name, or use --live."
)
PUBLIC_PLAIN = (
    "Listening on {host} without TLS would send people's crises in the clear: put a TLS server in front and start with --behind-tls."
)
NO_NAME = "Say under which name browsers reach this server: --name crisis.example.org."
TAKEN = "Port {port} on {host} is taken by another program: stop that, or start with --port {other}."
NO_ROOM = "The disk under {data} has less than {mb} MB free: free some, or choose another folder with --data."
BAD_SPEED = "A speed of {speed} is not possible: choose between 0.1 and 120."
LIVE_SPEED = "A live ledger runs at the speed of the clock: leave out --speed."
LIVE_WORLD = "What rings on a live ledger is real: leave out --world."
BAD_CALLS = "So many times the calls, {calls:g}, are not possible: choose between 0 and 3."
LEAST_FREE_MB = 200

NO_FOLDER = "The folder {data} cannot be made ({why}): choose another with --data."
NO_WRITING = "The folder {data} may not be written by this user: give it to the user who runs the server, or choose another with --data."


def find_danger(options: Options) -> str:
    """Why this must not be started, in a sentence; empty where it may."""
    if not options.is_loopback and not options.live:
        return PUBLIC_DEMO.format(host=options.host)
    if not options.live and (options.behind_tls or options.hosts):
        return FRONTED_DEMO
    if not options.is_loopback and not options.behind_tls:
        return PUBLIC_PLAIN.format(host=options.host)
    if not options.is_loopback and not options.hosts:
        return NO_NAME
    if not 0.1 <= options.speed <= 120:
        return BAD_SPEED.format(speed=options.speed)
    if options.live and options.speed != 1:
        return LIVE_SPEED
    if options.live and options.world:
        return LIVE_WORLD
    if not 0 <= options.calls <= 3:
        return BAD_CALLS.format(calls=options.calls)
    try:
        read_place(options.scanner)
    except ValueError as wrong:
        return str(wrong)
    return find_trouble(options)


def find_trouble(options: Options) -> str:
    """What of this machine stands in the way."""
    try:
        options.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as broken:
        return NO_FOLDER.format(data=options.data, why=broken.strerror)
    if not os.access(options.data, os.R_OK | os.W_OK | os.X_OK):
        return NO_WRITING.format(data=options.data)
    if shutil.disk_usage(options.data).free < LEAST_FREE_MB * 1_000_000:
        return NO_ROOM.format(data=options.data, mb=LEAST_FREE_MB)
    with socket.socket(socket.AF_INET6 if ":" in options.host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((options.host, options.port))
        except OSError:
            return TAKEN.format(port=options.port, host=options.host, other=options.port + 1)
    return ""
