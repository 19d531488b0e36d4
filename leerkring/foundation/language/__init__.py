"""What can be said of a Dutch text: word stems, traces of people in it, and how plain it is."""
