"""Agreements between partners: one promises another something concrete, the other looks back."""
