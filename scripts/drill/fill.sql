-- Rows of a workspace, as many as :rows, of the kinds that make a database large.
\set workspace '''019a0000-0000-7000-8000-000000000001'''
\set person '''019a0000-0000-7000-8000-000000000002'''
BEGIN;
INSERT INTO person (workspace_id, id, name) VALUES (:workspace, :person, 'Ada');
INSERT INTO source (workspace_id, id, name, created_at, created_by)
SELECT :workspace, ('019b0000-0000-7000-8000-00000000000' || n)::uuid, 'source ' || n, now(), :person
FROM generate_series(1, 2) n;
INSERT INTO file (workspace_id, id, name, bytes, sha256, source_id, created_at, created_by)
SELECT :workspace, ('019c0000-0000-7000-8000-00000000000' || n)::uuid, 'file ' || n || '.csv',
       1000000, sha256(n::text::bytea), ('019b0000-0000-7000-8000-00000000000' || n)::uuid,
       now(), :person
FROM generate_series(1, 2) n;
INSERT INTO file_segment (workspace_id, file_id, position, raw_bytes, sha256, content)
SELECT :workspace, ('019c0000-0000-7000-8000-00000000000' || n)::uuid, p, 100000,
       sha256((n || ' ' || p)::bytea),
       (SELECT string_agg(sha256((n || ' ' || p || ' ' || i)::bytea), '')
        FROM generate_series(1, 500) i)
FROM generate_series(1, 2) n, generate_series(0, greatest(1, :rows / 10000)) p;
INSERT INTO reconciliation (workspace_id, id, name, rule_set_version, created_at, created_by)
VALUES (:workspace, '019d0000-0000-7000-8000-000000000001', 'Bank', 1, now(), :person);
INSERT INTO rule_set (workspace_id, reconciliation_id, version, rules, sha256, created_at, created_by)
VALUES (:workspace, '019d0000-0000-7000-8000-000000000001', 1, 'passes: []', sha256('rules'),
        now(), :person);
INSERT INTO run (workspace_id, id, reconciliation_id, number, rule_set_version, left_file_id,
                 right_file_id, status, stage, created_at, created_by)
VALUES (:workspace, '019e0000-0000-7000-8000-000000000001', '019d0000-0000-7000-8000-000000000001',
        1, 1, '019c0000-0000-7000-8000-000000000001', '019c0000-0000-7000-8000-000000000002',
        'failed', 'end', now(), :person);
INSERT INTO break (workspace_id, run_id, number, kind, side, status, currency, difference_units,
                   value_units, sort_date, entries, left_line, left_units, left_currency, left_date,
                   left_reference, words, reason)
SELECT :workspace, '019e0000-0000-7000-8000-000000000001', n, 'missing-on-right', 'left', 'open',
       'EUR', n, n, date '2026-01-01' + n % 365, 1, n, n, 'EUR', date '2026-01-01' + n % 365,
       'INV-' || n, 'inv ' || n, 'no partner'
FROM generate_series(1, :rows / 2) n;
INSERT INTO audit_event (workspace_id, number, at, person_id, action, object_type, object_id,
                         details, previous_hash, hash)
SELECT :workspace, n, now(), :person, 'comment', 'break', n::text, '{}',
       sha256((n - 1)::text::bytea), sha256(n::text::bytea)
FROM generate_series(1, :rows / 2) n;
COMMIT;
