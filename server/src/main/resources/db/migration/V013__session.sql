-- Signed-in browsers, and what guards the door.
CREATE TABLE session (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    workspace_id uuid NOT NULL,
    device text NOT NULL,
    address text NOT NULL,
    method text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_because text,
    CONSTRAINT session_pkey PRIMARY KEY (id),
    CONSTRAINT session_method_check
        CHECK (method IN ('password', 'totp', 'recovery-code', 'passkey', 'oidc')),
    CONSTRAINT session_revoked_because_check
        CHECK (revoked_because IN ('signed-out', 'signed-out-everywhere', 'revoked',
                                   'reused-token', 'password-changed')),
    CONSTRAINT session_revoked_check CHECK ((revoked_at IS NULL) = (revoked_because IS NULL)),
    CONSTRAINT session_account_fkey FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT session_workspace_fkey FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE session IS
    'One signed-in browser: a family of refresh tokens, in one workspace at a time.';
CREATE INDEX session_account_idx ON session (account_id, created_at);

CREATE TABLE refresh_token (
    hash bytea NOT NULL,
    session_id uuid NOT NULL,
    ends_at timestamptz NOT NULL,
    replaced_at timestamptz,
    CONSTRAINT refresh_token_pkey PRIMARY KEY (hash),
    CONSTRAINT refresh_token_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT refresh_token_session_fkey
        FOREIGN KEY (session_id) REFERENCES session (id) ON DELETE CASCADE
);
COMMENT ON TABLE refresh_token IS 'Each is used once; a second use ends the whole session.';
CREATE INDEX refresh_token_session_idx ON refresh_token (session_id);

CREATE TABLE sign_in_attempt (
    bucket bytea NOT NULL,
    failures integer NOT NULL,
    counted_from timestamptz NOT NULL,
    next_at timestamptz NOT NULL,
    CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (bucket),
    CONSTRAINT sign_in_attempt_bucket_check CHECK (octet_length(bucket) = 32)
);
COMMENT ON TABLE sign_in_attempt IS
    'Failed sign-ins by keyed hash of account and address, of account, and of address.';

CREATE TABLE challenge (
    hash bytea NOT NULL,
    account_id uuid NOT NULL,
    failures integer NOT NULL DEFAULT 0,
    ends_at timestamptz NOT NULL,
    CONSTRAINT challenge_pkey PRIMARY KEY (hash),
    CONSTRAINT challenge_account_fkey FOREIGN KEY (account_id) REFERENCES account (id)
);
COMMENT ON TABLE challenge IS 'A sign-in whose password was right and whose second factor is due.';
