"""Making instruments: drafts, copies, versions, translations, imports; never answers.

Nouns: a *draft* that editors work on, a *version* that never changes again (kept by `scans`), a
*family* of versions and translations of one instrument, a *retirement*. This room knows no round,
no team and no answer.
"""
