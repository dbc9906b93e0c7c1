-- One execution: first a place in the queue, then a result.
CREATE TABLE run (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    reconciliation_id uuid NOT NULL,
    number integer NOT NULL,
    rule_set_version integer NOT NULL,
    left_file_id uuid NOT NULL,
    right_file_id uuid NOT NULL,
    status text NOT NULL,
    stage text NOT NULL,
    progress_permille integer NOT NULL DEFAULT 0,
    rows_per_second bigint,
    epoch bigint NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    worker text,
    lease_until timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    started_at timestamptz,
    finished_at timestamptz,
    failure text,
    decimals integer,
    match_count integer NOT NULL DEFAULT 0,
    break_count integer NOT NULL DEFAULT 0,
    decision_count integer NOT NULL DEFAULT 0,
    totals text,
    digest bytea,
    CONSTRAINT run_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT run_number_key UNIQUE (workspace_id, reconciliation_id, number),
    CONSTRAINT run_status_check
        CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled', 'held')),
    CONSTRAINT run_stage_check
        CHECK (stage IN ('wait', 'load', 'read', 'match', 'classify', 'publish', 'end')),
    CONSTRAINT run_progress_check CHECK (progress_permille >= 0 AND progress_permille <= 1000),
    CONSTRAINT run_done_check
        CHECK (status <> 'done'
               OR (totals IS NOT NULL AND digest IS NOT NULL AND decimals IS NOT NULL)),
    CONSTRAINT run_rule_set_fkey
        FOREIGN KEY (workspace_id, reconciliation_id, rule_set_version)
        REFERENCES rule_set (workspace_id, reconciliation_id, version),
    CONSTRAINT run_left_file_fkey
        FOREIGN KEY (workspace_id, left_file_id) REFERENCES file (workspace_id, id),
    CONSTRAINT run_right_file_fkey
        FOREIGN KEY (workspace_id, right_file_id) REFERENCES file (workspace_id, id),
    CONSTRAINT run_person_fkey
        FOREIGN KEY (workspace_id, created_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE run IS
    'One execution of a reconciliation; the epoch grows with each worker that takes it, and only '
    'the newest epoch may write.';
CREATE INDEX run_queue_idx ON run (created_at) WHERE status IN ('queued', 'running');
CREATE INDEX run_result_idx
    ON run (workspace_id, reconciliation_id, number DESC) WHERE status = 'done';

CREATE TABLE run_segment (
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL,
    kind text NOT NULL,
    position integer NOT NULL,
    first_number bigint NOT NULL,
    last_number bigint NOT NULL,
    raw_bytes integer NOT NULL,
    sha256 bytea NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT run_segment_pkey PRIMARY KEY (workspace_id, run_id, kind, position),
    CONSTRAINT run_segment_kind_check
        CHECK (kind IN ('matches', 'left-entries', 'right-entries',
                        'left-rejected', 'right-rejected')),
    CONSTRAINT run_segment_run_fkey
        FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id)
);
COMMENT ON TABLE run_segment IS
    'What a run found, in packed columns: matches by number, entries and rejected lines by line.';
ALTER TABLE run_segment ALTER COLUMN content SET STORAGE EXTERNAL;
