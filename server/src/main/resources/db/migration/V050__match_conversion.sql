-- What a match of two currencies counts in another one, once a person has made or changed it.
CREATE TABLE match_conversion (
    workspace_id uuid NOT NULL,
    run_id uuid NOT NULL,
    number integer NOT NULL,
    currency text NOT NULL,
    units bigint NOT NULL,
    CONSTRAINT match_conversion_pkey PRIMARY KEY (workspace_id, run_id, number, currency),
    CONSTRAINT match_conversion_match_fkey FOREIGN KEY (workspace_id, run_id, number)
        REFERENCES match_change (workspace_id, run_id, number) ON DELETE CASCADE
);
COMMENT ON TABLE match_conversion IS
    'What leaves a currency (plus) or comes into it (minus) by a match that a person changed.';
