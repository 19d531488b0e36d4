"""What holds for the whole house: the cast, who may see what, the rules, the number of queries."""
