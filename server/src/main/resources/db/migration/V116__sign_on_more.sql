-- Signing out at the provider ends sessions here, its groups give and take roles at each sign-on,
-- and an invitation can be accepted there.
ALTER TABLE session
    ADD COLUMN provider_session text,
    DROP CONSTRAINT session_revoked_because_check,
    ADD CONSTRAINT session_revoked_because_check
        CHECK (revoked_because IN ('signed-out', 'signed-out-everywhere', 'revoked',
                                   'reused-token', 'password-changed', 'signed-out-at-provider'));
CREATE INDEX session_provider_session_idx ON session (provider_session)
    WHERE provider_session IS NOT NULL;

ALTER TABLE sign_on ADD COLUMN invitation bytea;
ALTER TABLE sign_on_link ADD COLUMN provider_session text;
ALTER TABLE person_role ADD COLUMN by_provider boolean NOT NULL DEFAULT false;

CREATE TABLE sign_on_logout (
    hash bytea NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT sign_on_logout_pkey PRIMARY KEY (hash),
    CONSTRAINT sign_on_logout_hash_check CHECK (octet_length(hash) = 32)
);
COMMENT ON TABLE sign_on_logout IS
    'Logout tokens that were used, by the hash of their ids, for as long as they would be taken.';
