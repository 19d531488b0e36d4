"""Illustrations in place of photographs: abstract, in the house's colours, drawn by rule.

Every scene is a function that draws on a `Canvas`; `photos` knows them by name. It refuses to know
for which team a scene is drawn.
"""
