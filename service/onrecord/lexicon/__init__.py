"""Words of the language: reporting cues, titles, honorifics. Data, with the loaders beside it."""
