"""What stays of a meeting: the report that writes itself, edited, agreed, and brought out."""
