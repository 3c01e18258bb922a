"""How fast onrecord is, what it needs, and how it behaves under load; `make bench`."""
