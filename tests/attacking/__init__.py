"""What an attacker needs: a world with small teams, a reader of pages, and a way to add up."""
