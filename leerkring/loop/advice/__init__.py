"""The training advice: what the teams of a city need, and which offers meet it.

Nouns: Need, Offer, Plan, TrainingAdvice. It refuses to rank teams or to know persons.
"""
