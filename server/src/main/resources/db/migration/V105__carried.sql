-- A run may carry on what another one left unsettled: those lines stand before those of its files.
ALTER TABLE run ADD COLUMN follows_run_id uuid;
ALTER TABLE run ADD COLUMN adds_left boolean NOT NULL DEFAULT true;
ALTER TABLE run ADD COLUMN adds_right boolean NOT NULL DEFAULT true;
ALTER TABLE run ADD CONSTRAINT run_follows_fkey
    FOREIGN KEY (workspace_id, follows_run_id) REFERENCES run (workspace_id, id);
ALTER TABLE run ADD CONSTRAINT run_adds_check
    CHECK (CASE WHEN follows_run_id IS NULL THEN adds_left AND adds_right
           ELSE adds_left OR adds_right END);
COMMENT ON COLUMN run.follows_run_id IS 'The run whose unsettled entries this one carries on.';
COMMENT ON COLUMN run.adds_left IS
    'Does the left file bring lines? Else only carried ones are read, and the file gives the columns.';
COMMENT ON COLUMN run.adds_right IS 'Does the right file bring lines?';
CREATE INDEX run_follows_idx ON run (workspace_id, follows_run_id)
    WHERE follows_run_id IS NOT NULL;

ALTER TABLE run_segment DROP CONSTRAINT run_segment_kind_check;
ALTER TABLE run_segment ADD CONSTRAINT run_segment_kind_check
    CHECK (kind IN ('matches', 'left-entries', 'right-entries', 'left-rejected', 'right-rejected',
                    'left-carried', 'right-carried'));

-- Where nothing is said, a break was first seen in its own run.
ALTER TABLE break ADD COLUMN first_run integer;
ALTER TABLE break ADD COLUMN first_seen_at timestamptz;
ALTER TABLE break ADD CONSTRAINT break_first_check
    CHECK ((first_run IS NULL) = (first_seen_at IS NULL));
COMMENT ON COLUMN break.first_run IS
    'The number of the run that first left one of its entries unsettled, where that is an earlier.';
