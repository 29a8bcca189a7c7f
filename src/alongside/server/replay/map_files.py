"""The ground of a replay as files, so that the console's map can draw what the crews drive on."""

from dataclasses import replace
from pathlib import Path

from alongside.library.areas import Area
from alongside.roads.map_layer import LAYERS, layer_geojson
from alongside.roads.streets import Streets, pack_streets


def draw(area: Area, streets: Streets, folder: Path) -> Area:
    """Write roads and map layers into ``folder``; the area that names them."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {layer: folder / f"streets-{layer}.geojson" for layer in LAYERS}
    for layer, file in files.items():
        file.write_bytes(layer_geojson(streets, layer))
    roads = folder / "roads.bin"
    roads.write_bytes(pack_streets(streets))
    return replace(area, streets=files, roads=roads)
