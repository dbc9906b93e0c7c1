-- A run says who carries it on: each page of its breaks asks. Whoever adds a column to run makes this
-- view again.
CREATE OR REPLACE VIEW run_row WITH (security_invoker = true) AS
SELECT r.*, c.name AS reconciliation_name, p.name AS person_name,
    lf.name AS left_name, lf.bytes AS left_bytes, lf.sha256 AS left_sha256,
    rf.name AS right_name, rf.bytes AS right_bytes, rf.sha256 AS right_sha256,
    f.number AS follows_number,
    (SELECT n.id FROM run n
        WHERE n.workspace_id = r.workspace_id AND n.follows_run_id = r.id AND n.status = 'done'
        ORDER BY n.number DESC LIMIT 1) AS follower_id
FROM run r
JOIN reconciliation c ON c.workspace_id = r.workspace_id AND c.id = r.reconciliation_id
JOIN person p ON p.workspace_id = r.workspace_id AND p.id = r.created_by
JOIN file lf ON lf.workspace_id = r.workspace_id AND lf.id = r.left_file_id
JOIN file rf ON rf.workspace_id = r.workspace_id AND rf.id = r.right_file_id
LEFT JOIN run f ON f.workspace_id = r.workspace_id AND f.id = r.follows_run_id;
COMMENT ON VIEW run_row IS 'Runs with their reconciliation, files, people, and who carries them on.';
