"""Charts, one a module: each draws tidy tables into an ``Axes`` and returns it.

They neither compute measures nor save files; `ax` is empty axes of :func:`style.new_figure`,
`language` that of the labels, and a column that a table lacks is an ``ArgumentError``. Rows may
have a `link`, an address that their labels and bars lead to in SVG.
"""
