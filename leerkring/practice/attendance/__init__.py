"""Who comes to a meeting: replies, places, the waiting list, who was there, and in which groups."""
