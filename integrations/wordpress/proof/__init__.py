"""Proves the plugin on a real WordPress, in a real browser, with the real service."""
