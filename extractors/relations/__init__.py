"""What is stated: a module each family of edges, with `propose(document)`."""
