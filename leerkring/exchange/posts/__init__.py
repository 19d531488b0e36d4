"""Blogs, updates, interviews, practice examples and pins: one mechanism, five kinds.

A post has a draft while somebody writes, and a version for each time it was published. What it
says is a `Content`, the same in both: a title, texts by section, a few facts, and for whom. The
kinds differ only in their sections and facts (`kinds.py`).

Who may read a post is one query, `Post.objects.visible_to(person)`; lists, pages, files, feeds,
search and notices all ask it. This room does not know what people say below a post.
"""
