-- Looking through the history, and what its verification found.
CREATE INDEX audit_event_person_idx ON audit_event (workspace_id, person_id, number DESC);
CREATE INDEX audit_event_action_idx ON audit_event (workspace_id, action, number DESC);
CREATE INDEX audit_event_at_idx ON audit_event (workspace_id, at, number);

CREATE TABLE audit_check (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    number bigint NOT NULL,
    hash bytea NOT NULL,
    fault_number bigint,
    fault_found text,
    fault_expected text,
    CONSTRAINT audit_check_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT audit_check_hash_check CHECK (octet_length(hash) = 32),
    CONSTRAINT audit_check_fault_check
        CHECK ((fault_number IS NULL) = (fault_found IS NULL)
               AND (fault_number IS NULL) = (fault_expected IS NULL)),
    CONSTRAINT audit_check_workspace_fkey FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE audit_check IS
    'One verification of a chain: the head it ended with, and the first fault if there was one.';
