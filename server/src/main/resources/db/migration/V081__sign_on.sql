-- Signing in at a provider of OpenID Connect.
CREATE TABLE identity (
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT identity_pkey PRIMARY KEY (issuer, subject),
    CONSTRAINT identity_account_fkey FOREIGN KEY (account_id) REFERENCES account (id)
);
COMMENT ON TABLE identity IS 'Who an account is at a provider: the issuer and its word for them.';
CREATE INDEX identity_account_idx ON identity (account_id);

CREATE TABLE sign_on (
    hash bytea NOT NULL,
    nonce text NOT NULL,
    verifier text NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT sign_on_pkey PRIMARY KEY (hash),
    CONSTRAINT sign_on_hash_check CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE sign_on IS 'A browser that was sent to the provider, by the hash of its state.';

CREATE TABLE sign_on_link (
    hash bytea NOT NULL,
    issuer text NOT NULL,
    subject text NOT NULL,
    account_id uuid NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT sign_on_link_pkey PRIMARY KEY (hash),
    CONSTRAINT sign_on_link_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT sign_on_link_account_fkey FOREIGN KEY (account_id) REFERENCES account (id)
);
COMMENT ON TABLE sign_on_link IS
    'An identity whose address has an account: it waits for the password of that account.';
