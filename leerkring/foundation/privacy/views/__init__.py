"""What gates of rooms above share."""
