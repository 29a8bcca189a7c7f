"""What the report's page may load: its own style, known by its hash, and nothing else."""

import base64
import hashlib

from alongside.server.replay.page import STYLE

HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
REPORT_POLICY = {"default-src": ["'none'"], "style-src": [f"'sha256-{HASH}'"], "frame-ancestors": ["'none'"]}
