"""Regional park spread and partnership coverage, from a press article to charts.

Layers, lowest first; a lower one never imports a higher one:
``errors`` ``paths`` ``storage`` ``executors`` ``tables`` ``admin`` ``extraction`` ``corpus``
``measures`` ``processing`` ``language`` ``charts`` ``reporting`` ``verifying`` ``cli``.
"""

__version__ = "0.1.0"
__released__ = "2026-11-24"  # as in CITATION.cff
