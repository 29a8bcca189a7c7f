"""Reading the library's YAML so that every mistake can name its file, line and field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Where = tuple[str | int, ...]


class Mistake(ValueError):
    """Something in a library file that cannot be used: where it is, and what to do about it."""

    def __init__(self, file: str, line: int, field: str, message: str) -> None:
        self.file, self.line, self.field, self.message = file, line, field, message
        super().__init__(f"{file}, line {line}, {field or 'the file'}: {message}")


@dataclass(frozen=True)
class Reading:
    """A YAML file as plain data (dicts with text keys, lists, scalars) and the line on which each part begins."""

    file: str
    data: Any
    lines: Mapping[Where, int]

    def line(self, *where: str | int) -> int:
        """The line (from 1) of the part at `where`, or of the nearest enclosing part that is written down."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)

    def mistake(self, message: str, *where: str | int) -> Mistake:
        """A `Mistake` about the part at `where`; raise it."""
        return Mistake(self.file, self.line(*where), ".".join(map(str, where)), message)

    def find(self, *where: str | int) -> Any:
        """The part at `where`, or None when it is not written down."""
        part = self.data
        for step in where:
            inside = step in part if isinstance(part, dict) else isinstance(part, list) and isinstance(step, int) and step < len(part)
            if not inside:
                return None
            part = part[step]
        return part

    def get(self, *where: str | int) -> Any:
        """The part at `where`; raises `Mistake` when it is missing or empty."""
        part = self.find(*where)
        if part is None:
            raise self.mistake("is missing; write it down", *where)
        return part


def read_yaml(path: Path | str) -> Reading:
    """Read one YAML file (UTF-8). Raises `Mistake` for unreadable text, broken YAML, a repeated key, or a loop of aliases."""
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Mistake(path.name, 1, "", f"cannot be read as UTF-8 text ({type(error).__name__})") from error
    return parse_yaml(text, path.name)


def parse_yaml(text: str, file: str) -> Reading:
    """As `read_yaml`, from text already in memory; `file` is the name that mistakes will carry."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)  # the C parser reads a protocol in a tenth of the time
    try:
        root = loader.get_single_node()
        lines: dict[Where, int] = {}
        data = None if root is None else _Plain(loader, file, lines).build(root, (), frozenset())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Mistake(file, mark.line + 1 if mark else 1, "", f"is not well-formed YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise Mistake(file, 1, "", f"is not well-formed YAML: {error}") from error
    finally:
        loader.dispose()
    return Reading(file, data, lines)


@dataclass(frozen=True)
class _Plain:
    loader: yaml.SafeLoader
    file: str
    lines: dict[Where, int]

    def build(self, node: yaml.Node, where: Where, above: frozenset[int]) -> Any:
        if id(node) in above:
            raise Mistake(self.file, node.start_mark.line + 1, ".".join(map(str, where)), "contains itself; write it out instead")
        self.lines.setdefault(where, node.start_mark.line + 1)
        above = above | {id(node)}
        if isinstance(node, yaml.MappingNode):
            return self.build_mapping(node, where, above)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(part, (*where, index), above) for index, part in enumerate(node.value)]
        return self.build_scalar(node, where)

    def build_mapping(self, node: yaml.MappingNode, where: Where, above: frozenset[int]) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            field = ".".join(map(str, where))
            if not isinstance(key, yaml.ScalarNode):
                raise Mistake(self.file, line, field, "has a key that is not plain text")
            if key.value in result:
                raise Mistake(self.file, line, f"{field}.{key.value}".strip("."), "is written twice; keep one")
            self.lines[(*where, key.value)] = line
            result[key.value] = self.build(value, (*where, key.value), above)
        return result

    def build_scalar(self, node: yaml.Node, where: Where) -> Any:
        try:
            return self.loader.construct_object(node, deep=True)
        except ValueError as error:  # such as a date of 31 February
            raise Mistake(self.file, node.start_mark.line + 1, ".".join(map(str, where)), f"cannot be read: {error}") from error
