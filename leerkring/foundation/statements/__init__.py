"""Queries whose SQL is made once, and asked again with other values.

Nouns: Statement, Somebody. It refuses to know what is asked, and it keeps no answers.
"""
