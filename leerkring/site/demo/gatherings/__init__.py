"""The meetings of the demo: one that was held and has its report, one that people are asked to."""
