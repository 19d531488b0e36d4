"""Questions and answers: routing, acceptance, and what came of it."""
