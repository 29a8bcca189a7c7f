"""How large the box of a field is, and how letters stand in it, as the form says."""

import re
from typing import Any

from alongside.server.official.fitting import Box
from alongside.server.official.tree import Node

MANY_LINES, COMB = 13, 25
# Colors by how many numbers they have, as a frame's line and as its ground.
OPERATORS = {1: ("G", "g"), 3: ("RG", "rg"), 4: ("K", "k")}
SIZE = re.compile(r"([\d.]+)\s+Tf")


def box_of(node: Node, box: Any) -> Box:
    """From its rectangle, the size its field asks for, and its flags."""
    width, height = size_of(box)
    asked = SIZE.search(str(box.get("/DA", node.said["/DA"])))
    most = int(node.said.get("/MaxLen", 0))
    cells = most if node.flag(COMB) and not node.flag(MANY_LINES) else 0
    return Box(width, height, float(asked[1]) if asked else 0.0, node.flag(MANY_LINES), most, cells)


def size_of(box: Any) -> tuple[float, float]:
    """Width and height, in points."""
    left, bottom, right, top = (float(one) for one in box["/Rect"])
    return abs(right - left), abs(top - bottom)


def frame_of(box: Any) -> str:
    """The ground and line the form draws its box with: they stay, whatever is written into it."""
    told: Any = box["/MK"].get_object() if "/MK" in box else {}
    width, height = size_of(box)
    line = float(box["/BS"].get_object().get("/W", 1)) if "/BS" in box else 1.0
    marks = []
    if ground := _color(told, "/BG", 1):
        marks.append(f"{ground} 0 0 {width:.2f} {height:.2f} re f")
    if edge := _color(told, "/BC", 0):
        marks.append(f"{edge} {line:.2f} w {line / 2:.2f} {line / 2:.2f} {width - line:.2f} {height - line:.2f} re S")
    return "\n".join(marks)


def _color(told: Any, key: str, which: int) -> str:
    numbers = [f"{float(one):.3f}" for one in told.get(key, ())]
    return " ".join((*numbers, OPERATORS[len(numbers)][which])) if len(numbers) in OPERATORS else ""
