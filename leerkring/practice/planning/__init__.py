"""Calculations for who meets whom, when and where: timetables and mixed groups."""
