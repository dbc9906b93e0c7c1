-- Each request asks what its sender may, and where the history of their workspace ends.
CREATE INDEX member_person_idx ON member (workspace_id, person_id, reconciliation_id);

CREATE VIEW person_sight WITH (security_invoker = true) AS
SELECT p.workspace_id, p.id, p.name, p.account_id, p.status, p.roles_version,
    ARRAY(
        SELECT DISTINCT rp.permission
        FROM person_role pr
        JOIN role_permission rp ON rp.workspace_id = pr.workspace_id AND rp.role = pr.role
        WHERE pr.workspace_id = p.workspace_id AND pr.person_id = p.id) AS permissions,
    (SELECT h.hash FROM audit_head h WHERE h.workspace_id = p.workspace_id) AS version,
    ARRAY(
        SELECT m.reconciliation_id FROM member m
        WHERE m.workspace_id = p.workspace_id AND m.person_id = p.id) AS member_of
FROM person p;
COMMENT ON VIEW person_sight IS 'People with all that decides what they are told, as of one moment.';
