"""Notices to people: on the site and by mail, each once, as often as they want."""
