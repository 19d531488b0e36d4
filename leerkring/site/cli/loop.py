"""`leerkring loop`: the main job, without a server."""
