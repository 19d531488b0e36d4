"""The front of the house: settings, addresses, composed pages, the command line and the demo.

A page that shows several rooms stands here. It refuses to know how anything is calculated.
"""
