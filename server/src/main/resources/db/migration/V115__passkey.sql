-- Keys that a person's device keeps (Web Authentication), and the questions that wait for them.
CREATE TABLE passkey (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    credential_id bytea NOT NULL,
    credential bytea NOT NULL,
    backup_eligible boolean NOT NULL,
    sign_count bigint NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    CONSTRAINT passkey_pkey PRIMARY KEY (id),
    CONSTRAINT passkey_credential_key UNIQUE (credential_id),
    CONSTRAINT passkey_sign_count_check CHECK (sign_count >= 0),
    CONSTRAINT passkey_account_fkey FOREIGN KEY (account_id) REFERENCES account (id)
);
COMMENT ON TABLE passkey IS 'The public half of a key; the other never leaves the person''s device.';
CREATE INDEX passkey_account_idx ON passkey (account_id, created_at);

CREATE TABLE passkey_ceremony (
    hash bytea NOT NULL,
    purpose text NOT NULL,
    account_id uuid,
    ends_at timestamptz NOT NULL,
    CONSTRAINT passkey_ceremony_pkey PRIMARY KEY (hash),
    CONSTRAINT passkey_ceremony_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT passkey_ceremony_purpose_check CHECK (purpose IN ('add', 'sign-in')),
    CONSTRAINT passkey_ceremony_add_check CHECK (purpose <> 'add' OR account_id IS NOT NULL),
    CONSTRAINT passkey_ceremony_account_fkey FOREIGN KEY (account_id) REFERENCES account (id)
);
COMMENT ON TABLE passkey_ceremony IS
    'A challenge that a device was given to sign, by its hash; it is answered once.';
