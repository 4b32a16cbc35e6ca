"""What all tests share."""

collect_ignore_glob = ["notebooks/*.ipynb"]  # each fails on purpose; test_reporting_batch runs them
