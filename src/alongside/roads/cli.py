"""``alongside area``: build an area to run in, or list those there are."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.library.areas import list_areas, load_area
from alongside.library.reading import Mistake
from alongside.roads.new_area import build_area
from alongside.roads.refused import RoadsRefused


def main(argv: Sequence[str] | None = None) -> int:
    """0 done; 1 refused, with one sentence on the error stream."""
    told = parser().parse_args(argv)
    try:
        return build(told) if told.verb == "build" else show()
    except (RoadsRefused, Mistake, OSError) as refused:
        print(refused, file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    ask = argparse.ArgumentParser(prog="alongside area", description=__doc__)
    verbs = ask.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="the bundled areas")
    build = verbs.add_parser("build", help="build an area from an OpenStreetMap extract")
    build.add_argument("--pbf", type=Path, required=True, metavar="FILE", help="the extract, .osm.pbf")
    build.add_argument("--name", required=True, help="short name: small letters and digits joined by hyphens")
    build.add_argument("--title", default="", help="name as people read it (the short name)")
    build.add_argument("--zone", default="", help="IANA time zone, such as America/Denver (guessed from the map)")
    build.add_argument("--into", type=Path, metavar="FOLDER", help="where to write it (areas/NAME in the data folder)")
    return ask


def build(told: argparse.Namespace) -> int:
    """Build one and say what came of it."""
    into = told.into or Path(os.environ.get("ALONGSIDE_DATA", "var")) / "areas" / told.name
    area = build_area(told.pbf, told.name, into, told.title, told.zone)
    print(f"{area.title}: written to {into}. Time zone {area.zone}. Now put your own posts, beats and facilities into its YAML files.")
    return 0


def show() -> int:
    for name in list_areas():
        print(f"{name}: {load_area(name).title}")
    return 0
