"""What any such site needs. It knows nothing of learning."""
