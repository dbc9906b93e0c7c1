-- What a POST answered, so that the same request sent twice acts once.
CREATE TABLE idempotency_key (
    workspace_id uuid NOT NULL,
    person_id uuid NOT NULL,
    key text NOT NULL,
    fingerprint bytea NOT NULL,
    status integer,
    location text,
    etag text,
    body bytea,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_key_pkey PRIMARY KEY (workspace_id, person_id, key),
    CONSTRAINT idempotency_key_length_check CHECK (length(key) <= 100),
    CONSTRAINT idempotency_key_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE idempotency_key IS 'The answers to POST requests, by their Idempotency-Key.';
CREATE INDEX idempotency_key_age_idx ON idempotency_key (created_at);
