-- Who opens a break asks what was decided about it: few among all decisions of its run. A trigger
-- keeps which ones, so that a server of the release before keeps them, too, while it still runs.
CREATE TABLE decision_break (
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL,
    break_number integer NOT NULL,
    decision_id uuid NOT NULL,
    CONSTRAINT decision_break_pkey
        PRIMARY KEY (workspace_id, run_id, break_number, decision_id),
    CONSTRAINT decision_break_decision_fkey
        FOREIGN KEY (workspace_id, decision_id) REFERENCES decision (workspace_id, id)
);
COMMENT ON TABLE decision_break IS 'Which decisions changed, made or commented on a break.';

CREATE FUNCTION decision_break_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO decision_break (workspace_id, run_id, break_number, decision_id)
    SELECT NEW.workspace_id, NEW.run_id, b.number, NEW.id FROM unnest(NEW.breaks) AS b (number)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
CREATE TRIGGER decision_break_kept AFTER INSERT OR UPDATE OF breaks ON decision
    FOR EACH ROW EXECUTE FUNCTION decision_break_keep();

INSERT INTO decision_break (workspace_id, run_id, break_number, decision_id)
SELECT DISTINCT d.workspace_id, d.run_id, b.number, d.id
FROM decision d, unnest(d.breaks) AS b (number);

CREATE INDEX decision_match_idx ON decision (workspace_id, run_id, match_number);
