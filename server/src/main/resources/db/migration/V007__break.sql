-- What a person must explain or resolve, with a copy of the fields that lists need.
CREATE TABLE break (
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    side text,
    status text NOT NULL,
    currency text NOT NULL,
    difference_units bigint NOT NULL,
    value_units bigint NOT NULL,
    sort_date date NOT NULL,
    match_number integer,
    entries integer NOT NULL,
    left_line integer,
    left_units bigint,
    left_currency text,
    left_date date,
    left_reference text,
    left_party text,
    right_line integer,
    right_units bigint,
    right_currency text,
    right_date date,
    right_reference text,
    right_party text,
    words text NOT NULL,
    reason text NOT NULL,
    comment_count integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    made_by uuid,
    resolved_by uuid,
    CONSTRAINT break_pkey PRIMARY KEY (workspace_id, run_id, number),
    CONSTRAINT break_kind_check
        CHECK (kind IN ('duplicate', 'amount-differs', 'date-differs', 'field-differs',
                        'missing-on-left', 'missing-on-right')),
    CONSTRAINT break_side_check CHECK (side IN ('left', 'right')),
    CONSTRAINT break_status_check CHECK (status IN ('open', 'resolved')),
    CONSTRAINT break_value_check CHECK (value_units >= 0),
    CONSTRAINT break_run_fkey
        FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id)
);
COMMENT ON TABLE break IS
    'An open entry (side says whose) or a difference inside a match; words is what searches read.';
CREATE INDEX break_value_idx ON break (workspace_id, run_id, value_units, number);
CREATE INDEX break_date_idx ON break (workspace_id, run_id, sort_date, number);
CREATE INDEX break_kind_idx ON break (workspace_id, run_id, kind, number);
CREATE INDEX break_match_idx
    ON break (workspace_id, run_id, match_number) WHERE match_number IS NOT NULL;
CREATE INDEX break_left_line_idx
    ON break (workspace_id, run_id, left_line) WHERE left_line IS NOT NULL;
CREATE INDEX break_right_line_idx
    ON break (workspace_id, run_id, right_line) WHERE right_line IS NOT NULL;
