-- A run keeps how many breaks it found; the list of reconciliations adds what people changed since,
-- and that alone is read.
CREATE INDEX break_changed_idx ON break (workspace_id, run_id)
    INCLUDE (kind, status, currency, value_units, made_by)
    WHERE status = 'resolved' OR made_by IS NOT NULL;
