"""The server's own secret, made once and readable by its user alone."""

import os
import secrets
from pathlib import Path


def get_secret(folder: Path, name: str = "server.key") -> str:
    """The secret kept in ``folder``; made at the first start (mode 0600). Raises ``PermissionError`` where others could read it."""
    path = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        if path.stat().st_mode & 0o077:
            raise PermissionError(f"{path} can be read by other users of this machine: run chmod 600 on it.") from None
    return path.read_text().strip()
