"""Measures what `onrecord batch` answers on corpora whose path is given.

The core is measured from outside, through its command line, and never imports this package.
"""
