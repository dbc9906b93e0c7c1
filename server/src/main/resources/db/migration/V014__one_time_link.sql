-- Links that open a door once: the first start, an invitation, a forgotten password.
CREATE TABLE one_time_link (
    id uuid NOT NULL,
    purpose text NOT NULL,
    hash bytea NOT NULL,
    workspace_id uuid,
    account_id uuid,
    email text,
    roles text[] NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by uuid,
    ends_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz,
    CONSTRAINT one_time_link_pkey PRIMARY KEY (id),
    CONSTRAINT one_time_link_hash_key UNIQUE (hash),
    CONSTRAINT one_time_link_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT one_time_link_purpose_check
        CHECK (purpose IN ('setup', 'invitation', 'password-reset')),
    CONSTRAINT one_time_link_invitation_check
        CHECK (purpose <> 'invitation' OR (workspace_id IS NOT NULL AND email IS NOT NULL)),
    CONSTRAINT one_time_link_reset_check
        CHECK (purpose <> 'password-reset' OR account_id IS NOT NULL),
    CONSTRAINT one_time_link_account_fkey FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT one_time_link_workspace_fkey
        FOREIGN KEY (workspace_id) REFERENCES workspace (id),
    CONSTRAINT one_time_link_person_fkey
        FOREIGN KEY (workspace_id, created_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE one_time_link IS 'Only the hash of the token is kept; each works once.';
CREATE INDEX one_time_link_workspace_idx ON one_time_link (workspace_id, purpose, id DESC);
