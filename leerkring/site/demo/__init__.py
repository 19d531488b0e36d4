"""An invented city programme in a real city, so that every page has something worth reading.

The people, teams and organisations are invented; the districts and their figures are CBS facts.
"""
