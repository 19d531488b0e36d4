"""What the invented people of the demo tell each other: texts as data, and how they get in."""
