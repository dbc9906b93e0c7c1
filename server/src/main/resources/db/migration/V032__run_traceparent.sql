-- The trace that a run was asked for in, so that its worker goes on with it.
ALTER TABLE run ADD COLUMN traceparent text;
ALTER TABLE run ADD CONSTRAINT run_traceparent_check CHECK (length(traceparent) <= 55);
