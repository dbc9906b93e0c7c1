-- The oldest release that can live with this schema. A migration that older ones cannot live with
-- raises it, two releases after the one that no longer needs what is taken away.
CREATE TABLE schema_compat (
    only_row boolean NOT NULL DEFAULT true,
    min_release text NOT NULL,
    CONSTRAINT schema_compat_pkey PRIMARY KEY (only_row),
    CONSTRAINT schema_compat_only_row_check CHECK (only_row),
    CONSTRAINT schema_compat_release_check CHECK (min_release ~ '^\d+\.\d+\.\d+$')
);
COMMENT ON TABLE schema_compat IS 'The oldest release that can live with this schema; one row.';

INSERT INTO schema_compat (min_release) VALUES ('0.1.0');
