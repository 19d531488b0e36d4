"""What may still be shown beside all that was: sets of people, and the figures they can betray."""
