"""What happens when: dates from every room on one calendar, and in feeds that phones read."""
