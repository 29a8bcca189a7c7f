"""Compiles the committed .po catalogues at start, so that no gettext tools need be installed."""

import ast
import struct
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

Entry = dict[str, str]


def compile_catalogues(folder: Path, into: Path) -> None:
    """Merge every ``<language>/LC_MESSAGES/*.po`` of ``folder`` into one ``django.mo`` of that language below ``into``.

    What was made of these very catalogues, by this very code, stays: every command of the command line comes by here.
    """
    for language in sorted(path for path in folder.iterdir() if path.is_dir()):
        catalogues = sorted(language.glob("LC_MESSAGES/*.po"))
        target = into / language.name / "LC_MESSAGES" / "django.mo"
        made_of, note = hash_of(catalogues), target.with_suffix(".made-of")
        if not (target.is_file() and note.is_file() and note.read_text() == made_of):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(write_mo(merge(catalogues)))
            note.write_text(made_of)


def hash_of(catalogues: list[Path]) -> str:
    """Which catalogues, with what they say, read by which code."""
    parts = (part for one in [Path(__file__), *catalogues] for part in (one.name.encode(), one.read_bytes()))
    return sha256(b"\0".join(parts)).hexdigest()


def merge(catalogues: list[Path]) -> dict[str, str]:
    """All messages; the first catalogue's word for a message stands."""
    messages: dict[str, str] = {}
    for po in catalogues:
        messages = read_po(po) | messages
    return messages


def read_po(path: Path) -> dict[str, str]:
    """Messages by what gettext looks them up by. Raises ``ValueError`` naming file and line of a line that is none of a catalogue's."""
    return dict(pair for entry in read_entries(path) if (pair := key_and_text(entry)))


def read_entries(path: Path) -> Iterator[Entry]:
    """One dict per message: msgctxt, msgid, msgid_plural, msgstr or msgstr[0], msgstr[1] …"""
    entry: Entry = {}
    field = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if line.startswith(("msgid ", "msgctxt ")) and "msgid" in entry and not field.startswith("msgctxt"):
            yield entry
            entry = {}
        if line.startswith("msg"):
            field, _, line = line.partition(" ")
        if line.startswith('"') and field:
            entry[field] = entry.get(field, "") + ast.literal_eval(line)
        elif line and not line.startswith("#"):
            raise ValueError(f"{path}:{number}: this is not a line of a catalogue; expected msgid, msgstr or a quoted text")
    if entry:
        yield entry


def key_and_text(entry: Entry) -> tuple[str, str] | None:
    """How a message is stored; None for one without a translation."""
    key = entry["msgid"]
    if "msgid_plural" in entry:
        key += "\0" + entry["msgid_plural"]
    if "msgctxt" in entry:
        key = entry["msgctxt"] + "\x04" + key
    text = "\0".join(value for name, value in sorted(entry.items()) if name.startswith("msgstr"))
    return (key, text) if text.strip("\0") else None


def write_mo(messages: dict[str, str]) -> bytes:
    """The binary catalogue of gettext: two tables of (length, offset), then the texts, in order of their keys."""
    pairs = sorted((key.encode(), text.encode()) for key, text in messages.items())
    keys, texts = [key for key, _ in pairs], [text for _, text in pairs]
    start = 28 + 16 * len(pairs)
    tables = lay_out(keys, start), lay_out(texts, start + sum(len(key) + 1 for key in keys))
    header = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    return header + b"".join(tables) + b"".join(text + b"\0" for text in (*keys, *texts))


def lay_out(texts: list[bytes], at: int) -> bytes:
    """Lengths and offsets of texts that follow one another from ``at``."""
    rows = []
    for text in texts:
        rows.append(struct.pack("<2I", len(text), at))
        at += len(text) + 1
    return b"".join(rows)
