"""What answers say, as numbers: scores, agreement, reliability, variance between teams."""
