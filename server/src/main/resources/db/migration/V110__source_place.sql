-- Where a source fetches from, on its own; and each file that was fetched, once.
CREATE TABLE source_place (
    workspace_id uuid NOT NULL,
    source_id uuid NOT NULL,
    place text NOT NULL,
    secret bytea NOT NULL,
    every_minutes integer NOT NULL,
    is_on boolean NOT NULL,
    set_at timestamptz NOT NULL,
    set_by uuid NOT NULL,
    next_at timestamptz NOT NULL,
    epoch bigint NOT NULL DEFAULT 0,
    worker text,
    lease_until timestamptz,
    looked_at timestamptz,
    fetched integer,
    problem text,
    CONSTRAINT source_place_pkey PRIMARY KEY (workspace_id, source_id),
    CONSTRAINT source_place_minutes_check CHECK (every_minutes >= 1),
    CONSTRAINT source_place_source_fkey
        FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id),
    CONSTRAINT source_place_person_fkey
        FOREIGN KEY (workspace_id, set_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE source_place IS
    'Where a source fetches from, its sealed secret, and who looks there now until when.';
CREATE INDEX source_place_next_idx ON source_place (next_at) WHERE is_on;

CREATE TABLE fetched_file (
    workspace_id uuid NOT NULL,
    source_id uuid NOT NULL,
    id uuid NOT NULL,
    identity bytea NOT NULL,
    name text NOT NULL,
    bytes bigint NOT NULL,
    fetched_at timestamptz NOT NULL,
    delivery_number integer,
    problem text,
    CONSTRAINT fetched_file_pkey PRIMARY KEY (workspace_id, source_id, id),
    CONSTRAINT fetched_file_identity_key UNIQUE (workspace_id, source_id, identity),
    CONSTRAINT fetched_file_outcome_check CHECK ((delivery_number IS NULL) = (problem IS NOT NULL)),
    CONSTRAINT fetched_file_source_fkey
        FOREIGN KEY (workspace_id, source_id) REFERENCES source (workspace_id, id),
    CONSTRAINT fetched_file_delivery_fkey FOREIGN KEY (workspace_id, source_id, delivery_number)
        REFERENCES delivery (workspace_id, source_id, number)
);
COMMENT ON TABLE fetched_file IS
    'A file that a source fetched: the delivery that it became, or why it was refused before.';
