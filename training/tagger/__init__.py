"""Trains the tagger of source, cue and content spans, and writes the files that ship."""
