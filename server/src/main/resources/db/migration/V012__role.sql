-- Who may do what: permissions are words of the program, which role has them is data.
CREATE TABLE permission (
    name text NOT NULL,
    about text NOT NULL,
    CONSTRAINT permission_pkey PRIMARY KEY (name)
);
COMMENT ON TABLE permission IS 'What may be asked of the platform: a verb and a resource.';
INSERT INTO permission (name, about) VALUES
    ('read:work', 'See sources, files, reconciliations, runs, breaks, matches and decisions'),
    ('upload:files', 'Upload files'),
    ('write:sources', 'Add sources'),
    ('write:reconciliations', 'Add and rename reconciliations'),
    ('write:members', 'Say who may see a reconciliation'),
    ('publish:rules', 'Add versions of a rule set'),
    ('run:reconciliations', 'Run, cancel and measure'),
    ('decide:breaks', 'Match, unmatch, accept and reject'),
    ('comment:breaks', 'Write about breaks'),
    ('approve:decisions', 'Approve what somebody else proposes'),
    ('read:audit', 'See and export the history, verify its chain'),
    ('read:people', 'See who is in the workspace and in which roles'),
    ('write:people', 'Invite and disable people, give and take roles'),
    ('write:roles', 'Say what a role may do'),
    ('write:keys', 'Make and revoke API keys'),
    ('read:system', 'See how the server is doing'),
    ('write:workspaces', 'Add workspaces');

CREATE TABLE default_permission (
    role text NOT NULL,
    permission text NOT NULL,
    CONSTRAINT default_permission_pkey PRIMARY KEY (role, permission),
    CONSTRAINT default_permission_role_check
        CHECK (role IN ('admin', 'manager', 'analyst', 'viewer', 'auditor')),
    CONSTRAINT default_permission_permission_fkey
        FOREIGN KEY (permission) REFERENCES permission (name)
);
COMMENT ON TABLE default_permission IS 'What the roles of a new workspace may do.';
INSERT INTO default_permission (role, permission)
SELECT role, permission
FROM (VALUES
    ('viewer', ARRAY['read:work', 'read:people']),
    ('analyst', ARRAY['read:work', 'read:people', 'upload:files', 'run:reconciliations',
                      'decide:breaks', 'comment:breaks']),
    ('manager', ARRAY['read:work', 'read:people', 'upload:files', 'run:reconciliations',
                      'decide:breaks', 'comment:breaks', 'write:sources',
                      'write:reconciliations', 'write:members', 'publish:rules',
                      'approve:decisions']),
    ('auditor', ARRAY['read:work', 'read:people', 'read:audit']),
    ('admin', ARRAY['read:work', 'read:people', 'read:audit', 'write:people', 'write:roles',
                    'write:keys', 'write:members', 'write:sources', 'read:system',
                    'write:workspaces'])
) AS given (role, permissions), unnest(permissions) AS permission;

CREATE TABLE role_permission (
    workspace_id uuid NOT NULL,
    role text NOT NULL,
    permission text NOT NULL,
    CONSTRAINT role_permission_pkey PRIMARY KEY (workspace_id, role, permission),
    CONSTRAINT role_permission_role_check
        CHECK (role IN ('admin', 'manager', 'analyst', 'viewer', 'auditor')),
    CONSTRAINT role_permission_permission_fkey
        FOREIGN KEY (permission) REFERENCES permission (name),
    CONSTRAINT role_permission_workspace_fkey
        FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE role_permission IS 'What a role may do in a workspace.';
INSERT INTO role_permission (workspace_id, role, permission)
SELECT w.id, d.role, d.permission FROM workspace w CROSS JOIN default_permission d;

CREATE TABLE person_role (
    workspace_id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    CONSTRAINT person_role_pkey PRIMARY KEY (workspace_id, person_id, role),
    CONSTRAINT person_role_role_check
        CHECK (role IN ('admin', 'manager', 'analyst', 'viewer', 'auditor')),
    CONSTRAINT person_role_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE person_role IS 'The roles of a person; what they may do adds up.';

CREATE TABLE member (
    workspace_id uuid NOT NULL,
    reconciliation_id uuid NOT NULL,
    person_id uuid NOT NULL,
    CONSTRAINT member_pkey PRIMARY KEY (workspace_id, reconciliation_id, person_id),
    CONSTRAINT member_reconciliation_fkey FOREIGN KEY (workspace_id, reconciliation_id)
        REFERENCES reconciliation (workspace_id, id),
    CONSTRAINT member_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE member IS
    'Who sees a reconciliation; one without members is seen by everybody in the workspace.';
