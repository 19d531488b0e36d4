"""Comments, mentions and thanks on anything that a room lets people react to."""
