-- SQLite takes no samples of values: there is nothing to do.
SELECT 1;
