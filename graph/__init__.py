"""What the graph is: model, names, places, identity, facts, the store and its statements."""
