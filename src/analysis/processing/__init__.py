"""From raw facts to what the notebooks read: corrections, checks, units, regions, headline."""
