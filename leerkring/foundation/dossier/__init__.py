"""A person's own file: everything about them in one package, and their leaving for good.

Knows ExportRequest with its ExportReady, and ErasureRequest; both are done by the worker. What is
kept of a person, and what becomes of it, it asks of `privacy`.

Refuses to know what any kind of data means.
"""
