"""Calculations for who meets whom, when and where: timetables and mixed groups.

It knows keys, sizes and wishes, and refuses to know who people are.
"""
