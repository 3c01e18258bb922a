"""Source, cue and content spans by a trained model, without the library that trained it."""
