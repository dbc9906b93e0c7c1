-- What a database holds, so that two can be compared: per table the number of rows and the sum of
-- a hash of each, whatever their order. The settings fix how a value is written as text.
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET TimeZone = 'UTC';
SET bytea_output = 'hex';
SET extra_float_digits = 1;
SET search_path = public;
\pset format unaligned
\pset fieldsep '\t'
\pset tuples_only on
SELECT format(
    'SELECT %L, count(*), coalesce(sum(hashtextextended(t::text, 0)), 0) FROM %I t',
    c.relname, c.relname)
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'backup_run'
ORDER BY c.relname COLLATE "C" \gexec
