"""Instruments and answers in the words of other programs: XLSForm, LimeSurvey, DDI, plain tables.

Pure: bytes and texts in and out. What another program cannot say, or we cannot, is listed in
`ImportedInstrument.not_taken_over` and never dropped in silence.
"""
