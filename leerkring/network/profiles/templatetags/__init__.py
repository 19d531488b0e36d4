"""What pages of other rooms need to show a person."""
