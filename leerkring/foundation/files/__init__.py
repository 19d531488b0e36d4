"""Files that people add: what they are, whether they may come in, and how they go out again."""
