-- The standing questions, and the versions of how they are answered.
CREATE TABLE reconciliation (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    version integer NOT NULL DEFAULT 1,
    left_source_id uuid,
    right_source_id uuid,
    rule_set_version integer NOT NULL,
    run_count integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT reconciliation_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT reconciliation_left_source_fkey
        FOREIGN KEY (workspace_id, left_source_id) REFERENCES source (workspace_id, id),
    CONSTRAINT reconciliation_right_source_fkey
        FOREIGN KEY (workspace_id, right_source_id) REFERENCES source (workspace_id, id),
    CONSTRAINT reconciliation_person_fkey
        FOREIGN KEY (workspace_id, created_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE reconciliation IS 'Which sources are compared, and by which rule set.';

CREATE TABLE rule_set (
    workspace_id uuid NOT NULL,
    reconciliation_id uuid NOT NULL,
    version integer NOT NULL,
    rules text NOT NULL,
    sha256 bytea NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    CONSTRAINT rule_set_pkey PRIMARY KEY (workspace_id, reconciliation_id, version),
    CONSTRAINT rule_set_sha256_check CHECK (octet_length(sha256) = 32),
    CONSTRAINT rule_set_reconciliation_fkey FOREIGN KEY (workspace_id, reconciliation_id)
        REFERENCES reconciliation (workspace_id, id),
    CONSTRAINT rule_set_person_fkey
        FOREIGN KEY (workspace_id, created_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE rule_set IS 'One version, never changed: field maps, passes, tolerances.';
