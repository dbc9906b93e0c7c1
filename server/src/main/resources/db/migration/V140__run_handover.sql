-- A run that people's decisions have overtaken again and again keeps them from the run before until
-- it has ended; a row counts only while its run is in a worker's hands.
CREATE TABLE run_handover (
    workspace_id uuid NOT NULL,
    from_run_id uuid NOT NULL,
    to_run_id uuid NOT NULL,
    CONSTRAINT run_handover_pkey PRIMARY KEY (workspace_id, from_run_id, to_run_id),
    CONSTRAINT run_handover_from_fkey
        FOREIGN KEY (workspace_id, from_run_id) REFERENCES run (workspace_id, id),
    CONSTRAINT run_handover_to_fkey
        FOREIGN KEY (workspace_id, to_run_id) REFERENCES run (workspace_id, id)
);
COMMENT ON TABLE run_handover IS
    'From which run another one takes the decisions over: nobody decides there while it goes.';
CREATE INDEX run_handover_to_idx ON run_handover (workspace_id, to_run_id);
