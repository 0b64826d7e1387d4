"""The reader: an article in, a reading out."""
