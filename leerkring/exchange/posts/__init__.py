"""Blogs, updates, interviews, practice examples and pins: drafts, audiences, versions."""
