-- Four eyes: what a person decides by hand waits until another one approves it, where a
-- reconciliation asks for that.
INSERT INTO permission (name, about) VALUES
    ('require:approvals', 'Say which decisions another person approves');
INSERT INTO default_permission (role, permission) VALUES
    ('manager', 'require:approvals'), ('admin', 'require:approvals');
INSERT INTO role_permission (workspace_id, role, permission)
SELECT w.id, d.role, d.permission
FROM workspace w JOIN default_permission d ON d.permission = 'require:approvals';

CREATE TABLE four_eyes (
    workspace_id uuid NOT NULL,
    reconciliation_id uuid NOT NULL,
    asked_for text NOT NULL,
    CONSTRAINT four_eyes_pkey PRIMARY KEY (workspace_id, reconciliation_id),
    CONSTRAINT four_eyes_asked_for_check CHECK (asked_for IN ('all', 'above')),
    CONSTRAINT four_eyes_reconciliation_fkey FOREIGN KEY (workspace_id, reconciliation_id)
        REFERENCES reconciliation (workspace_id, id)
);
COMMENT ON TABLE four_eyes IS
    'Which decisions another person approves before they count; none where there is no row.';

CREATE TABLE four_eyes_limit (
    workspace_id uuid NOT NULL,
    reconciliation_id uuid NOT NULL,
    currency text NOT NULL,
    amount_units bigint NOT NULL,
    decimals integer NOT NULL,
    CONSTRAINT four_eyes_limit_pkey PRIMARY KEY (workspace_id, reconciliation_id, currency),
    CONSTRAINT four_eyes_limit_amount_check CHECK (amount_units >= 0),
    CONSTRAINT four_eyes_limit_decimals_check CHECK (decimals >= 0 AND decimals <= 9),
    CONSTRAINT four_eyes_limit_four_eyes_fkey FOREIGN KEY (workspace_id, reconciliation_id)
        REFERENCES four_eyes (workspace_id, reconciliation_id)
);
COMMENT ON TABLE four_eyes_limit IS
    'What a decision may come to in a currency without another person; a unit is 10^-decimals.';

CREATE TABLE approval (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    run_id uuid NOT NULL,
    kind text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamptz NOT NULL,
    match_number integer,
    match_version integer,
    undoes uuid,
    left_lines integer[] NOT NULL,
    right_lines integer[] NOT NULL,
    breaks integer[] NOT NULL,
    currencies text[] NOT NULL,
    value_units bigint[] NOT NULL,
    decimals integer NOT NULL,
    note text,
    status text NOT NULL,
    settled_by uuid,
    settled_at timestamptz,
    settled_note text,
    decision_id uuid,
    CONSTRAINT approval_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT approval_kind_check
        CHECK (kind IN ('match-by-hand', 'unmatch', 'accept', 'reject', 'undo')),
    CONSTRAINT approval_match_check
        CHECK ((match_version IS NOT NULL) = (kind IN ('unmatch', 'accept', 'reject'))),
    CONSTRAINT approval_undoes_check CHECK ((undoes IS NOT NULL) = (kind = 'undo')),
    CONSTRAINT approval_status_check
        CHECK (status IN ('waiting', 'approved', 'sent-back', 'withdrawn', 'overtaken')),
    CONSTRAINT approval_settled_check CHECK ((status = 'waiting') = (settled_at IS NULL)),
    CONSTRAINT approval_person_check CHECK (CASE status
        WHEN 'approved' THEN settled_by IS NOT NULL AND settled_by <> proposed_by
            AND decision_id IS NOT NULL
        WHEN 'sent-back' THEN settled_by IS NOT NULL AND settled_by <> proposed_by
            AND settled_note IS NOT NULL
        WHEN 'withdrawn' THEN settled_by IS NOT NULL AND settled_by = proposed_by
        ELSE settled_by IS NULL END),
    CONSTRAINT approval_run_fkey
        FOREIGN KEY (workspace_id, run_id) REFERENCES run (workspace_id, id),
    CONSTRAINT approval_proposed_by_fkey
        FOREIGN KEY (workspace_id, proposed_by) REFERENCES person (workspace_id, id),
    CONSTRAINT approval_settled_by_fkey
        FOREIGN KEY (workspace_id, settled_by) REFERENCES person (workspace_id, id),
    CONSTRAINT approval_undoes_fkey
        FOREIGN KEY (workspace_id, undoes) REFERENCES decision (workspace_id, id),
    CONSTRAINT approval_decision_fkey
        FOREIGN KEY (workspace_id, decision_id) REFERENCES decision (workspace_id, id)
);
COMMENT ON TABLE approval IS
    'A decision that waits for another person, or waited; nothing of it counts before it is approved.';
CREATE INDEX approval_waiting_idx ON approval (workspace_id, id) WHERE status = 'waiting';
CREATE INDEX approval_run_idx ON approval (workspace_id, run_id, id);
CREATE INDEX approval_proposed_by_idx ON approval (workspace_id, proposed_by, id);

-- Whoever decided is person_id; who approved it is somebody else, whatever their roles.
ALTER TABLE decision
    ADD COLUMN approved_by uuid,
    ADD COLUMN proposed_at timestamptz,
    ADD COLUMN undo_approved_by uuid,
    ADD CONSTRAINT decision_approved_check
        CHECK ((approved_by IS NULL) = (proposed_at IS NULL) AND approved_by <> person_id),
    ADD CONSTRAINT decision_undo_approved_check CHECK (undo_approved_by <> undone_by),
    ADD CONSTRAINT decision_approved_by_fkey
        FOREIGN KEY (workspace_id, approved_by) REFERENCES person (workspace_id, id),
    ADD CONSTRAINT decision_undo_approved_by_fkey
        FOREIGN KEY (workspace_id, undo_approved_by) REFERENCES person (workspace_id, id);
