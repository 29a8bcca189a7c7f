"""Making an area: the bundled one from its source package, or a new one from any OSM PBF.

``python -m alongside.roads.build_area salt-lake-city --sdist FILE [--into FOLDER]`` writes the derived files of the bundled area, the same
bytes every time. The source package is neatnet 0.1.6 from PyPI: ``pip download --no-binary :all: --no-deps neatnet==0.1.6``.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from alongside.roads.map_layer import LAYERS, layer_geojson
from alongside.roads.refused import RoadsRefused
from alongside.roads.salt_lake_city import read_sdist
from alongside.roads.streets import Streets, pack_streets

BUNDLED = Path(__file__).parent.parent / "library/areas/salt_lake_city"
ROADS = "roads.bin"


def derive(streets: Streets) -> dict[str, bytes]:
    """The derived files of an area by name: the road file and the map's layers."""
    layers = {f"streets-{layer}.geojson": layer_geojson(streets, layer) for layer in LAYERS}
    return {ROADS: pack_streets(streets), **layers}


def write_derived(streets: Streets, folder: Path) -> None:
    """Write the derived files into a folder that may not exist yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in derive(streets).items():
        (folder / name).write_bytes(content)


def main(argv: Sequence[str] | None = None) -> int:
    """Derive the bundled area again. 0 done, 1 refused with a sentence."""
    ask = argparse.ArgumentParser(prog="python -m alongside.roads.build_area", description=__doc__)
    ask.add_argument("area", choices=["salt-lake-city"])
    ask.add_argument("--sdist", type=Path, required=True, metavar="FILE", help="neatnet-0.1.6.tar.gz")
    ask.add_argument("--into", type=Path, default=BUNDLED, metavar="FOLDER", help="where to write (the bundled area)")
    told = ask.parse_args(argv)
    try:
        write_derived(read_sdist(told.sdist), told.into)
    except RoadsRefused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
