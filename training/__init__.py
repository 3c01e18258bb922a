"""Makes the models that ship with onrecord, from named data with fixed seeds."""
