"""Leerkring: where the people around families in a neighbourhood learn together.

Six floors, imports point down only: site, loop, practice, exchange, network, foundation.
ARCHITECTURE.md draws them; the import contract in pyproject.toml holds them.
"""
