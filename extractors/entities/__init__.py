"""What the text names: a module each kind of entity, and the grammars that they share."""
