"""One index of everything that can be found, and who may find it."""
