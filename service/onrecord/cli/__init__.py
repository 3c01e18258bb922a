"""The command line: `onrecord extract | batch | serve | explain | key | version`."""

from onrecord.cli.command import main

__all__ = ["main"]
