"""Findings as sentences: which row, what is wrong, what to do. Nothing protected is in them."""

from alongside.server.audit.checking import Finding

SAYS = {
    "unguarded": "A table of the audit: its append-only triggers are missing or changed.",
    "read_missing": "Reading {at}: it is gone (the next one there is {other}). Keep the database as it is and compare it with a backup.",
    "read_altered": "Reading {at}: it was altered or moved, or the one before it was. Compare it with a backup.",
    "read_not_as_signed": "Reading {at}: it is another one than head {other} signed. The chain was written anew from some row up to here.",
    "reads_cut": "The readings end at {at}, but a head signed {other}: the end was cut off, or an older database was put in place.",
    "head_missing": "Head {at}: it is gone (the next one there is {other}).",
    "head_altered": "Head {at}: it was altered, or follows one that was.",
    "head_unsigned": "Head {at}: its signature is wrong.",
    "head_unknown_key": "Head {at}: signed by a key nobody named as ours. Name it with --key if it is another node's.",
    "head_goes_back": "Head {at}: it speaks of fewer rows than the one before it.",
    "deeds_not_as_signed": "What was written down of accounts up to row {at} is not what head {other} signed: altered, added or taken out.",
    "deeds_cut": "What was written down of accounts ends before row {at}, which head {other} signed.",
    "deed_missing": "What was written down of accounts: row {at}, which head {other} signed, is gone.",
    "ledger_cut": "The ledger ends before row {at}, which head {other} signed: rows were cut off, or an older ledger was put in place.",
    "ledger_not_as_signed": "Ledger row {at}: it is another one than head {other} signed.",
    "anchor_altered": "The anchor's head {at}: the anchor itself was altered there.",
    "rolled_back": "Head {at} is in the anchor and not here (here they end at {other}): an older database was put in place of a newer one.",
    "head_replaced": "Head {at}: the anchor keeps another one. The heads were written anew with our own key: treat the key as stolen.",
    "lost_by_restore": "Head {at} is in the anchor and not here: a backup was restored, as the ledger says; what came after it is gone.",
}


def say(finding: Finding) -> str:
    """One sentence."""
    return SAYS[finding.code].format(at=finding.at, other=finding.other)
