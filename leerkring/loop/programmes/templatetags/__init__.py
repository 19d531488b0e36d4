"""Tags for the pages of programmes."""
