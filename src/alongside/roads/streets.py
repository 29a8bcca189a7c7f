"""Road segments before speeds: what a map says. Kept as one compact, deterministic file per area."""

import json
import lzma
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path

import numpy as np

from alongside.core.travel import Spot
from alongside.roads.arrays import Ints
from alongside.roads.refused import RoadsRefused

MAGIC = b"alongside roads 1\n"
BOTH_WAYS, FORWARD = 0, 1
UNNAMED = -1


@dataclass(frozen=True, eq=False)
class Streets:
    """Nodes in microdegrees; segments between two nodes with length, class, flow, a posted limit (km/h, 0 unknown) and a name."""

    lat: Ints
    lon: Ints
    tail: Ints
    head: Ints
    length_cm: Ints
    kind: Ints  # index into ``kinds``
    flow: Ints  # BOTH_WAYS, or FORWARD: from tail to head only
    limit_kmh: Ints
    name: Ints  # index into ``names``, or UNNAMED
    kinds: tuple[str, ...]
    names: tuple[str, ...]

    def spot(self, node: int) -> Spot:
        return Spot(int(self.lat[node]), int(self.lon[node]))

    def bounds(self, margin: int) -> tuple[Spot, Spot]:
        """South-west and north-east corners around every street, this many microdegrees wider on each side."""
        low, high = (Spot(int(find(self.lat)), int(find(self.lon))) for find in (np.min, np.max))
        return Spot(low.lat - margin, low.lon - margin), Spot(high.lat + margin, high.lon + margin)


ARRAYS = tuple(field.name for field in fields(Streets) if field.type is Ints)
WORDS = ("kinds", "names")


def pack_streets(streets: Streets) -> bytes:
    """As bytes: a line of JSON, then each array as differences, its bytes sorted by significance, all in one xz stream.

    The same streets give the same bytes on every machine with the same liblzma encoder.
    """
    head = {"counts": {name: len(getattr(streets, name)) for name in ARRAYS}, **{name: list(getattr(streets, name)) for name in WORDS}}
    body = b"".join(pack_array(getattr(streets, name)) for name in ARRAYS)
    whole = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" + body
    steps = [{"id": lzma.FILTER_LZMA2, "preset": 6, "dict_size": 1 << 23}]
    return MAGIC + lzma.compress(whole, format=lzma.FORMAT_XZ, check=lzma.CHECK_CRC32, filters=steps)


def unpack_streets(packed: bytes, where: str) -> Streets:
    """The reverse of ``pack_streets``. Raises ``RoadsRefused`` naming ``where``."""
    if not packed.startswith(MAGIC):
        raise RoadsRefused(f"{where} is not a road file of this version: build the area again.")
    try:
        line, _, body = lzma.decompress(packed[len(MAGIC) :]).partition(b"\n")
        head = json.loads(line)
        counts = [head["counts"][name] for name in ARRAYS]
        ends = np.cumsum([0, *counts]) * 4
        arrays = [unpack_array(body[start:end]) for start, end in zip(ends, ends[1:], strict=False)]
        kinds, names = (tuple(head[name]) for name in WORDS)
    except (lzma.LZMAError, EOFError, ValueError, KeyError) as error:
        raise RoadsRefused(f"{where} is damaged: build the area again, or take it from a backup.") from error
    lat, lon, tail, head_nodes, length_cm, kind, flow, limit_kmh, name_of = arrays
    return Streets(lat, lon, tail, head_nodes, length_cm, kind, flow, limit_kmh, name_of, kinds, names)


def pack_array(values: Ints) -> bytes:
    """Differences, zigzag so small ones stay small whichever their sign, then byte planes: what xz compresses best."""
    steps = values.astype(np.int64)
    steps[1:] -= values[:-1]
    zigzag = ((steps << 1) ^ (steps >> 63)).astype("<u4")
    return bytes(zigzag.view(np.uint8).reshape(-1, 4).T.tobytes())


def unpack_array(packed: bytes) -> Ints:
    """The reverse of ``pack_array``."""
    zigzag = np.frombuffer(packed, dtype=np.uint8).reshape(4, -1).T.copy().view("<u4").ravel().astype(np.int64)
    return np.cumsum((zigzag >> 1) ^ -(zigzag & 1)).astype(np.int32)


def read_streets(path: Path) -> tuple[Streets, str]:
    """The streets of a road file, and a short name for its exact content. Raises ``RoadsRefused``."""
    try:
        packed = path.read_bytes()
    except OSError as error:
        raise RoadsRefused(f"The road file {path.name} cannot be read ({error.strerror}).") from error
    return unpack_streets(packed, path.name), sha256(packed).hexdigest()[:12]
