"""Derivation pages: where each number of a report comes from, down to the passage.

A page answers for every number of the reports on one programme, vintage and language; what
identifies a cell on it is told in :mod:`analysis.reporting.anchors`.
"""
