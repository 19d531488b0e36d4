"""The dilemma shelf: questions that stay open, and what people experience with them."""
