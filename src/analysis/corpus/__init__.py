"""From a corpus of any size to raw tables in Parquet, a partition at a time."""
