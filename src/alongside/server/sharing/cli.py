"""``alongside sharing check`` and ``explain``: read the rules as the server would, and say what a role would see and why."""

import argparse
import sys
from collections.abc import Sequence

from alongside.core.sharing.share import Case, Shown, Withheld, share
from alongside.core.sharing.terms import AGES, CLASSES, CONSENTS, PURPOSES, TIES
from alongside.library.reading import Mistake
from alongside.library.sharing.grants import EVERYBODY
from alongside.library.sharing.load import Sharing, list_jurisdictions, load_sharing
from alongside.server.site.clock import Clock
from alongside.server.site.sentences_withheld import WITHHELD


def main(argv: Sequence[str]) -> int:
    """0: the rules can be used, or were explained; 1: a mistake, with file, line and field; 2: not understood."""
    told = _parser().parse_args(list(argv))
    try:
        if told.action == "check":
            return check(told.names or list_jurisdictions())
        return explain(load_sharing(told.jurisdiction), told)
    except Mistake as mistake:
        print(mistake, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="alongside sharing", description=__doc__)
    actions = ask.add_subparsers(dest="action", required=True)
    read = actions.add_parser("check", help="read the rules and say what is wrong or what they hold")
    read.add_argument("names", nargs="*", choices=[[], *list_jurisdictions()], metavar="JURISDICTION", help="default: all")
    why = actions.add_parser("explain", help="what a role would see, and why")
    why.add_argument("role", choices=sorted(EVERYBODY), metavar="ROLE", help=", ".join(sorted(EVERYBODY)))
    why.add_argument("--tie", action="append", default=[], choices=TIES, metavar="TIE", help="again for each: " + ", ".join(TIES))
    why.add_argument("--purpose", choices=PURPOSES, default="response", help="for what (response)")
    why.add_argument("--consent", choices=CONSENTS, default="not_asked", help="what was consented to (not_asked)")
    why.add_argument("--age", choices=AGES, default="unknown", help="how old the person is (unknown)")
    why.add_argument("--ended-minutes-ago", type=int, metavar="N", help="the incident is over since then; otherwise it is live")
    why.add_argument("--contact-prohibited", action="store_true", help="contact with the person is prohibited")
    why.add_argument("--jurisdiction", choices=list_jurisdictions(), default="invented", help="whose law (invented)")
    why.add_argument("--at", type=int, default=None, metavar="MS", help="as of this time, ms UTC (now)")
    return ask


def check(names: Sequence[str]) -> int:
    """One line for each jurisdiction that can be used."""
    for name in names:
        found = load_sharing(name)
        rules, own = found.rules, " (invented)" if found.invented else ""
        print(f"{name}{own}: rules {rules.version}, {rules.hash[:12]}; {len(rules.fields)} fields in {len(CLASSES)} classes,")
        ends = rules.slice_ends_ms // 60_000
        print(f"  {len(found.grants)} grants, {len(found.denials)} denials, the slice ends {ends} min after the incident")
    return 0


def explain(sharing: Sharing, told: argparse.Namespace) -> int:
    """Each field, shown or withheld, with its reason and rule."""
    now = told.at if told.at is not None else Clock().now()
    closed = None if told.ended_minutes_ago is None else now - told.ended_minutes_ago * 60_000
    case = Case(told.role, told.purpose, now, frozenset(told.tie), told.consent, told.age, closed, told.contact_prohibited)
    for data_class in CLASSES:
        print(f"{sharing.fields.marks[data_class]} {sharing.fields.class_labels[data_class]['en']}")
        for field in sharing.rules.list_fields(data_class):
            print(f"  {field:<20} {_say(share(sharing.rules, case, field))}")
    return 0


def _say(answer: Shown | Withheld) -> str:
    if isinstance(answer, Shown):
        return f"shown     {answer.basis} [{answer.grant}]"
    needs = f" needs one of: {', '.join(answer.needs)}" if answer.needs else ""
    return f"withheld  {WITHHELD[answer.reason].removeprefix('Withheld: ')}{needs}" + (f" [{answer.rule}]" if answer.rule else "")
