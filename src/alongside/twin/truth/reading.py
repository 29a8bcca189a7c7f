"""Reads what was lived out of this deployment's ledger, and nothing else: it writes nothing and opens no protected word."""

import os
from pathlib import Path

from alongside.ledger.asked import stream_asked
from alongside.ledger.engine import open_engine
from alongside.twin.truth.answering import WARM_MS
from alongside.twin.truth.lived import Lived, read_lived
from alongside.twin.truth.told import Job


def read_ledger(job: Job) -> Lived:
    """What was lived here, and some hours before: the server that started this says in the environment where its ledger is."""
    data = Path(os.environ.get("ALONGSIDE_DATA", "var"))
    engine = open_engine(os.environ.get("ALONGSIDE_DATABASE") or str(data / "ledger.sqlite3"), reading=True)
    try:
        facts = (fact for asked in stream_asked(engine) for fact in asked.facts)
        return read_lived(facts, job.since - WARM_MS, job.until)
    finally:
        engine.close()
