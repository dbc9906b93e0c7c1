-- What another rule set would make of the lines of a run: worked out in the background.
CREATE TABLE comparison (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    reconciliation_id uuid NOT NULL,
    run_id uuid NOT NULL,
    before_version integer NOT NULL,
    after_version integer,
    rules text NOT NULL,
    status text NOT NULL,
    progress_permille integer NOT NULL DEFAULT 0,
    epoch bigint NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    worker text,
    lease_until timestamptz,
    created_at timestamptz NOT NULL,
    created_by uuid NOT NULL,
    finished_at timestamptz,
    failure text,
    totals text,
    changed bigint NOT NULL DEFAULT 0,
    kept integer NOT NULL DEFAULT 0,
    CONSTRAINT comparison_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT comparison_status_check
        CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    CONSTRAINT comparison_progress_check
        CHECK (progress_permille >= 0 AND progress_permille <= 1000),
    CONSTRAINT comparison_done_check CHECK (status <> 'done' OR totals IS NOT NULL),
    CONSTRAINT comparison_run_fkey
        FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
    CONSTRAINT comparison_before_fkey
        FOREIGN KEY (workspace_id, reconciliation_id, before_version)
        REFERENCES rule_set (workspace_id, reconciliation_id, version),
    CONSTRAINT comparison_after_fkey
        FOREIGN KEY (workspace_id, reconciliation_id, after_version)
        REFERENCES rule_set (workspace_id, reconciliation_id, version),
    CONSTRAINT comparison_person_fkey
        FOREIGN KEY (workspace_id, created_by) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE comparison IS
    'What another rule set would change on the lines of a run; rules is its text, which is that of '
    'after_version where it has one.';
CREATE INDEX comparison_queue_idx ON comparison (created_at)
    WHERE status IN ('queued', 'running');
CREATE INDEX comparison_list_idx
    ON comparison (workspace_id, reconciliation_id, created_at DESC);

CREATE TABLE comparison_change (
    workspace_id uuid NOT NULL,
    comparison_id uuid NOT NULL,
    number integer NOT NULL,
    change text NOT NULL,
    side text NOT NULL,
    line integer NOT NULL,
    currency text NOT NULL,
    date date,
    reference text,
    party text,
    words text NOT NULL,
    before text NOT NULL,
    after text NOT NULL,
    CONSTRAINT comparison_change_pkey PRIMARY KEY (workspace_id, comparison_id, number),
    CONSTRAINT comparison_change_change_check
        CHECK (change IN ('newly-matched', 'newly-broken', 'changed-partner', 'changed-status',
                          'changed-reading', 'changed-break')),
    CONSTRAINT comparison_change_side_check CHECK (side IN ('left', 'right')),
    CONSTRAINT comparison_change_comparison_fkey FOREIGN KEY (workspace_id, comparison_id)
        REFERENCES comparison (workspace_id, id) ON DELETE CASCADE
);
COMMENT ON TABLE comparison_change IS
    'A line that another rule set places elsewhere; before and after say where, as JSON.';
CREATE INDEX comparison_change_change_idx
    ON comparison_change (workspace_id, comparison_id, change, number);
