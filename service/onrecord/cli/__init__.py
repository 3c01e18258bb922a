"""The command line: `onrecord extract | batch | archive | serve | explain | key | version`."""

from onrecord.cli.command import main

__all__ = ["main"]
