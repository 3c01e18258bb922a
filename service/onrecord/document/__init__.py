"""The article as the stages read it: text, paragraphs, sentences, tokens."""
