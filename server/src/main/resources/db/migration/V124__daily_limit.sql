-- A decision that was split into small ones stayed below every limit. What one person decides alone
-- within a day has a limit of its own, where a reconciliation asks for one.
ALTER TABLE four_eyes_limit
    ADD COLUMN daily_units bigint,
    ADD CONSTRAINT four_eyes_limit_daily_check CHECK (daily_units >= amount_units);
COMMENT ON COLUMN four_eyes_limit.daily_units IS
    'What the decisions of one person may come to in 24 hours without another one.';

CREATE TABLE decided_alone (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    reconciliation_id uuid NOT NULL,
    person_id uuid NOT NULL,
    at timestamptz NOT NULL,
    currency text NOT NULL,
    amount_units bigint NOT NULL,
    decimals integer NOT NULL,
    CONSTRAINT decided_alone_pkey PRIMARY KEY (workspace_id, id, currency),
    CONSTRAINT decided_alone_amount_check CHECK (amount_units >= 0),
    CONSTRAINT decided_alone_reconciliation_fkey FOREIGN KEY (workspace_id, reconciliation_id)
        REFERENCES reconciliation (workspace_id, id),
    CONSTRAINT decided_alone_person_fkey
        FOREIGN KEY (workspace_id, person_id) REFERENCES person (workspace_id, id)
);
COMMENT ON TABLE decided_alone IS
    'What people decided without another person in the last 24 hours, where that has a limit.';
CREATE INDEX decided_alone_person_idx
    ON decided_alone (workspace_id, reconciliation_id, person_id, at);
