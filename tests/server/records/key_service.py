"""A key service as an agency might run one: its own key in its own file, asked by the words wrap and unwrap. Started as a command."""

import os
import sys
from base64 import b64decode, b64encode
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def main(own_key: Path, what: str) -> None:
    """One line of base64 in, one out."""
    if not own_key.exists():
        sys.exit("the service is locked")
    cipher, content = AESGCM(own_key.read_bytes()), b64decode(sys.stdin.readline())
    nonce = os.urandom(12) if what == "wrap" else content[:12]
    done = nonce + cipher.encrypt(nonce, content, None) if what == "wrap" else cipher.decrypt(nonce, content[12:], None)
    sys.stdout.write(b64encode(done).decode() + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
