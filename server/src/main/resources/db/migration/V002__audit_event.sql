-- The history: append-only, one chain of hashes per workspace.
CREATE TABLE audit_head (
    workspace_id uuid NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_head_pkey PRIMARY KEY (workspace_id),
    CONSTRAINT audit_head_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT audit_head_workspace_fkey FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE audit_head IS 'The last event of each chain; its lock makes the next one wait.';

CREATE TABLE audit_event (
    workspace_id uuid NOT NULL,
    number bigint NOT NULL,
    at timestamptz NOT NULL,
    person_id uuid NOT NULL,
    action text NOT NULL,
    object_type text NOT NULL,
    object_id text NOT NULL,
    details text NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_event_pkey PRIMARY KEY (workspace_id, number),
    CONSTRAINT audit_event_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT audit_event_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE audit_event IS
    'One line of the history; hash = SHA-256(previous hash, canonical JSON of the rest).';
CREATE INDEX audit_event_object_idx
    ON audit_event (workspace_id, object_type, object_id, number DESC);

CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit events are never changed';
END
$$;
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse();

INSERT INTO audit_head (workspace_id, number, hash)
SELECT id, 0, decode(repeat('00', 32), 'hex') FROM workspace;
