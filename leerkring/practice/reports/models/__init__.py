"""A report of a meeting, and what was brought out of it."""

from leerkring.practice.reports.models.publication import Publication
from leerkring.practice.reports.models.report import Approval, Part, Photo, Report

__all__ = ["Approval", "Part", "Photo", "Publication", "Report"]
