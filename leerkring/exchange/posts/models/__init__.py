"""Rows of posts: what is read, what is being written, what was read before, and what is with it."""

from leerkring.exchange.posts.models.beside import Attachment, Trial, ViewCount
from leerkring.exchange.posts.models.posts import Post, PostQuerySet, Retraction
from leerkring.exchange.posts.models.writing import Draft, Redaction, Review, Version

__all__ = [
    "Attachment",
    "Draft",
    "Post",
    "PostQuerySet",
    "Redaction",
    "Retraction",
    "Review",
    "Trial",
    "Version",
    "ViewCount",
]
