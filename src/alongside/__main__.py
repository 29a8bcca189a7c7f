"""`python -m alongside`: the command line."""

import sys

from alongside.cli import main

sys.exit(main())
