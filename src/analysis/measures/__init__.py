"""Measures of spread, concentration, coverage and overlap: one idea a module.

Array-likes are Series, arrays and lists; a Series keeps its index, and two need the same one.
Every function raises ``ArgumentError`` for an argument not of the kind, shape and range given.
"""
