-- Who looks at which break now: one break a person, for as long as it is said again.
CREATE TABLE presence (
    workspace_id uuid NOT NULL,
    person_id uuid NOT NULL,
    run_id uuid NOT NULL,
    break_number integer NOT NULL,
    ends_at timestamptz NOT NULL,
    CONSTRAINT presence_pkey PRIMARY KEY (workspace_id, person_id),
    CONSTRAINT presence_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id),
    CONSTRAINT presence_run_fkey
        FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id)
);
COMMENT ON TABLE presence IS 'Who looks at which break now; a courtesy that guards nothing.';
CREATE INDEX presence_run_idx ON presence (workspace_id, run_id);
