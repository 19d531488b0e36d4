"""Dilemmas, what people experience with them, and where they came back."""

from leerkring.practice.dilemmas.models.dilemma import Closing, Dilemma, Retraction
from leerkring.practice.dilemmas.models.experience import Experience, Outing

__all__ = ["Closing", "Dilemma", "Experience", "Outing", "Retraction"]
