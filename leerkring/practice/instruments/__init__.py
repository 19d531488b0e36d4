"""Making instruments: drafts, copies, versions, translations, imports; never answers."""
