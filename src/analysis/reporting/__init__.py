"""Parameterized notebooks: their session, batch runs through papermill, pages and manifest."""
