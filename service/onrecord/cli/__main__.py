"""`python -m onrecord.cli`, the same as `onrecord`."""

import sys

from onrecord.cli.command import main

if __name__ == "__main__":
    sys.exit(main())
