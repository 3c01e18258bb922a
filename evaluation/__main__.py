"""`python -m evaluation DATA`."""

from __future__ import annotations

import sys

from evaluation.command import main

if __name__ == "__main__":
    sys.exit(main())
