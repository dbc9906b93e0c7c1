-- How often it was said what a role may; a role without a row was never changed, and is at 1.
CREATE TABLE role_version (
    workspace_id uuid NOT NULL,
    role text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT role_version_pkey PRIMARY KEY (workspace_id, role),
    CONSTRAINT role_version_role_check
        CHECK (role IN ('admin', 'manager', 'analyst', 'viewer', 'auditor')),
    CONSTRAINT role_version_workspace_fkey
        FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE role_version IS 'Which version of a role somebody changes.';
