// The module is filled in by the next commits.
