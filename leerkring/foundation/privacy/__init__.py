"""Which rows lead to a person, and what happens to them on export, on erasure, and in time.

Each room registers its own models in `personal_data.py`; a model that leads to a person and is
not registered fails a test.
"""
