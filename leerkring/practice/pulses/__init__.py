"""Small scans of three taps around a gathering, on the same engine as the large ones."""
