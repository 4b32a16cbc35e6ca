"""What articles state, one relation a module: a function from a reading to facts."""
