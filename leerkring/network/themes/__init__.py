"""The shared vocabulary: themes with their synonyms, and who follows them."""
