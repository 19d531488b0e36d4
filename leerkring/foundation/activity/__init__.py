"""One append-only record of what happened: who did what, about what, when."""
