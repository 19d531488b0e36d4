"""From one scan to the next: who takes part, what fits them, what is kept and advised."""
