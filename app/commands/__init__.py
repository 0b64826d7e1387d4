"""The commands of `tashan`, a module each family."""
