"""The porters: readings into the store, out of it, and back to files."""
