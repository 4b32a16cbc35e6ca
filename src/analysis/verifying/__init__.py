"""Everything that is on disk checked against everything else: tables, passages, reports, pages."""
