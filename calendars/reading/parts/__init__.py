"""One item that tells of several things, and several that share what is told once."""
