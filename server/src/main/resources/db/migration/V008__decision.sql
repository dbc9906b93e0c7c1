-- What people did, and what it changed of the facts that a run found.
CREATE TABLE decision (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    person_id uuid NOT NULL,
    at timestamptz NOT NULL,
    match_number integer,
    left_lines integer[] NOT NULL,
    right_lines integer[] NOT NULL,
    breaks integer[] NOT NULL,
    note text,
    carried_from uuid,
    undone_by uuid,
    undone_at timestamptz,
    CONSTRAINT decision_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT decision_number_key UNIQUE (workspace_id, run_id, number),
    CONSTRAINT decision_kind_check
        CHECK (kind IN ('match-by-hand', 'unmatch', 'accept', 'reject', 'comment')),
    CONSTRAINT decision_undone_check CHECK ((undone_by IS NULL) = (undone_at IS NULL)),
    CONSTRAINT decision_run_fkey
        FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
    CONSTRAINT decision_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id),
    CONSTRAINT decision_undone_by_fkey
        FOREIGN KEY (workspace_id, undone_by) REFERENCES person (workspace_id, id),
    CONSTRAINT decision_carried_from_fkey
        FOREIGN KEY (workspace_id, carried_from) REFERENCES decision (workspace_id, id)
);
COMMENT ON TABLE decision IS 'What a person did in a run, or what was carried over from an earlier.';

CREATE TABLE comment (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    break_number integer NOT NULL,
    decision_id uuid NOT NULL,
    person_id uuid NOT NULL,
    at timestamptz NOT NULL,
    text text NOT NULL,
    CONSTRAINT comment_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT comment_decision_fkey
        FOREIGN KEY (workspace_id, decision_id) REFERENCES decision (workspace_id, id),
    CONSTRAINT comment_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE comment IS 'What somebody wrote about a break.';
CREATE INDEX comment_break_idx ON comment (workspace_id, run_id, break_number, at);

CREATE TABLE match_change (
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL,
    number integer NOT NULL,
    version integer NOT NULL,
    by_hand boolean NOT NULL,
    pass text NOT NULL,
    found_status text,
    status text NOT NULL,
    left_lines integer[] NOT NULL,
    right_lines integer[] NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT match_change_pkey PRIMARY KEY (workspace_id, run_id, number),
    CONSTRAINT match_change_found_check CHECK (found_status IN ('matched', 'suggested')),
    CONSTRAINT match_change_status_check CHECK (status IN ('matched', 'suggested', 'gone')),
    CONSTRAINT match_change_decision_fkey
        FOREIGN KEY (workspace_id, decision_id) REFERENCES decision (workspace_id, id)
);
COMMENT ON TABLE match_change IS
    'A match that a person made or changed; where there is no row, the segment is right.';

CREATE TABLE entry_change (
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL,
    side text NOT NULL,
    line integer NOT NULL,
    currency text NOT NULL,
    amount_units bigint NOT NULL,
    found_match integer,
    found_pass text,
    found_status text NOT NULL,
    match_number integer,
    pass text,
    status text NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT entry_change_pkey PRIMARY KEY (workspace_id, run_id, side, line),
    CONSTRAINT entry_change_side_check CHECK (side IN ('left', 'right')),
    CONSTRAINT entry_change_found_check CHECK (found_status IN ('matched', 'suggested', 'open')),
    CONSTRAINT entry_change_status_check CHECK (status IN ('matched', 'suggested', 'open')),
    CONSTRAINT entry_change_open_check CHECK ((status = 'open') = (match_number IS NULL)),
    CONSTRAINT entry_change_decision_fkey
        FOREIGN KEY (workspace_id, decision_id) REFERENCES decision (workspace_id, id)
);
COMMENT ON TABLE entry_change IS
    'An entry that a person''s decision moved; where there is no row, the segment is right.';
