-- Who sees a reconciliation, and an approval with all that is shown of it: each said once.
CREATE FUNCTION may_see(workspace uuid, reconciliation uuid, person uuid) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT NOT EXISTS (
            SELECT FROM member m
            WHERE m.workspace_id = workspace AND m.reconciliation_id = reconciliation)
        OR EXISTS (
            SELECT FROM member m
            WHERE m.workspace_id = workspace AND m.reconciliation_id = reconciliation
                AND m.person_id = person)
$$;
COMMENT ON FUNCTION may_see IS
    'Is a reconciliation open to the whole workspace, or somebody one of its members?';

-- What stands in the way of an approval that waits: the decision that changed what it is about. The
-- same is asked, under a lock, when it is approved. A carried decision made its match by way of the
-- engine and is taken back as long as there is the match.
CREATE FUNCTION stands_in_the_way(a approval) RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT changed.decision_id
    FROM (
        SELECT e.decision_id FROM entry_change e
        LEFT JOIN decision t ON t.workspace_id = a.workspace_id AND t.id = a.undoes
        WHERE e.workspace_id = a.workspace_id AND e.run_id = a.run_id
            AND e.line = ANY (CASE e.side WHEN 'left' THEN a.left_lines ELSE a.right_lines END)
            AND CASE a.kind
                WHEN 'match-by-hand' THEN e.match_number IS NOT NULL
                WHEN 'undo' THEN t.carried_from IS NULL AND e.decision_id <> a.undoes
                ELSE false END
        UNION ALL
        SELECT m.decision_id FROM match_change m
        LEFT JOIN decision t ON t.workspace_id = a.workspace_id AND t.id = a.undoes
        WHERE m.workspace_id = a.workspace_id AND m.run_id = a.run_id
            AND m.number = a.match_number
            AND CASE
                WHEN a.kind <> 'undo' THEN m.version <> a.match_version OR m.status = 'gone'
                WHEN t.carried_from IS NOT NULL THEN m.status = 'gone'
                ELSE m.decision_id <> a.undoes END
        UNION ALL
        SELECT t.id FROM decision t
        WHERE t.workspace_id = a.workspace_id AND t.id = a.undoes AND t.undone_at IS NOT NULL
    ) changed
    JOIN decision d ON d.workspace_id = a.workspace_id AND d.id = changed.decision_id
    ORDER BY coalesce(d.undone_at, d.at) DESC, d.id LIMIT 1
$$;
COMMENT ON FUNCTION stands_in_the_way IS
    'The decision that changed what an approval is about, so that it cannot be approved any more.';

CREATE VIEW approval_row WITH (security_invoker = true) AS
SELECT a.*, r.number AS run_number, r.reconciliation_id, c.name AS reconciliation_name,
    p.name AS proposed_name, s.name AS settled_name,
    CASE WHEN a.status = 'waiting' THEN stands_in_the_way(a) END AS changed_by
FROM approval a
JOIN run r ON r.workspace_id = a.workspace_id AND r.id = a.run_id
JOIN reconciliation c ON c.workspace_id = r.workspace_id AND c.id = r.reconciliation_id
JOIN person p ON p.workspace_id = a.workspace_id AND p.id = a.proposed_by
LEFT JOIN person s ON s.workspace_id = a.workspace_id AND s.id = a.settled_by;
COMMENT ON VIEW approval_row IS 'Approvals with their run, reconciliation and people.';
