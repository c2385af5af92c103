-- PostgreSQL replaces nothing: there is nothing to do.
SELECT 1;
