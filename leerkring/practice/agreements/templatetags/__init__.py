"""What other rooms show of agreements."""
