"""``alongside vault erase``: as the page *Records* does it: shown, asked for by one person, signed by another, then done.

The same requests to the same core, so the same refusals and the same facts; the running server destroys the keys.
"""

import argparse
import sys
from pathlib import Path
from secrets import token_urlsafe

from alongside.core.custodian.requests import ProposeErasure, SignErasure
from alongside.ledger.engine import Where
from alongside.server.people.proving import prove
from alongside.server.records.erase_asking import Asked, asking
from alongside.server.records.erase_prompts import ask_line, ask_secret
from alongside.server.records.erase_waiting import wait_until_erased
from alongside.server.records.erase_whom import Whom, find_whom
from alongside.server.records.key_file import key_path

DONE, NOT_DONE = 0, 1
NOT_YET = "Nothing is destroyed. It is proposed: another person signs it with the same command, or on the page Records."
LATER = "Signed. The server destroys the keys as soon as it runs; “alongside vault status” and the page Records say when it is done."
ERASED = "Erased for ever, in every backup, too. Copy {path}.erased to each place where the vault's key is kept."


def run_erase(told: argparse.Namespace, where: Where, data: Path) -> int:
    """Everything is said before anybody is asked. 0: erased, or could be; 1: not done."""
    whom = find_whom(where, told.kind, told.about)
    sys.stdout.write(whom.tell() + "\n")
    if told.dry_run or whom.needs:
        return NOT_DONE if whom.needs else DONE
    with asking(where, data, told.program, whom.board) as asked:
        erasure = whom.waiting or _propose(told, whom, asked)
        second = told.second or ask_line("Who signs as the second person (id)? ")
        if not second:
            sys.stderr.write(NOT_YET + "\n")
            return NOT_DONE
        asked.must(SignErasure(id=token_urlsafe(16), by=prove(second, ask_secret), erasure=erasure))
    done = wait_until_erased(where, whom.owners)
    sys.stdout.write((ERASED.format(path=key_path(data)) if done else LATER) + "\n")
    return DONE


def _propose(told: argparse.Namespace, whom: Whom, asked: Asked) -> str:
    first = told.by or ask_line("Who proposes it (id)? ")
    erasure = token_urlsafe(16)
    by = prove(first, ask_secret)
    asked.must(ProposeErasure(id=token_urlsafe(16), by=by, erasure=erasure, about_kind=whom.kind, about=whom.id, ground=told.ground))
    return erasure
