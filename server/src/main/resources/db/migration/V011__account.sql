-- Who signs in. One account may be a person in several workspaces, so it stands outside of them.
CREATE TABLE account (
    id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    password_hash text,
    tokens_valid_after timestamptz NOT NULL DEFAULT now(),
    locale text NOT NULL DEFAULT 'en-GB',
    time_zone text NOT NULL DEFAULT 'UTC',
    density text NOT NULL DEFAULT 'comfortable',
    theme text NOT NULL DEFAULT 'system',
    totp_seed bytea,
    totp_confirmed boolean NOT NULL DEFAULT false,
    totp_last_step bigint NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    signed_in_at timestamptz,
    CONSTRAINT account_pkey PRIMARY KEY (id),
    CONSTRAINT account_email_key UNIQUE (email),
    CONSTRAINT account_email_check CHECK (email = lower(email)),
    CONSTRAINT account_density_check CHECK (density IN ('comfortable', 'compact')),
    CONSTRAINT account_theme_check CHECK (theme IN ('system', 'light', 'dark')),
    CONSTRAINT account_totp_check CHECK (NOT totp_confirmed OR totp_seed IS NOT NULL)
);
COMMENT ON TABLE account IS
    'Who signs in: an e-mail address and what proves it. The seed of one-time codes is sealed.';

CREATE TABLE recovery_code (
    account_id uuid NOT NULL,
    hash bytea NOT NULL,
    used_at timestamptz,
    CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, hash),
    CONSTRAINT recovery_code_account_fkey FOREIGN KEY (account_id) REFERENCES account (id)
);
COMMENT ON TABLE recovery_code IS 'What opens an account once when the second factor is lost.';

-- Persons from before anybody signed in have no account; what they did stays theirs.
ALTER TABLE person
    DROP CONSTRAINT person_name_key,
    ADD COLUMN account_id uuid,
    ADD COLUMN status text NOT NULL DEFAULT 'active',
    ADD COLUMN roles_version integer NOT NULL DEFAULT 1,
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD CONSTRAINT person_account_fkey FOREIGN KEY (account_id) REFERENCES account (id),
    ADD CONSTRAINT person_account_key UNIQUE (workspace_id, account_id),
    ADD CONSTRAINT person_status_check CHECK (status IN ('active', 'disabled'));
COMMENT ON TABLE person IS 'Who acts in a workspace.';
CREATE INDEX person_account_idx ON person (account_id);
