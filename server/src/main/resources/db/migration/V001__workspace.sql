-- The tenant and who acts in it. Until people sign in there is one of each.
CREATE TABLE workspace (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT workspace_pkey PRIMARY KEY (id),
    CONSTRAINT workspace_name_key UNIQUE (name)
);
COMMENT ON TABLE workspace IS 'The tenant: everything belongs to exactly one.';

CREATE TABLE person (
    workspace_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT person_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT person_name_key UNIQUE (workspace_id, name),
    CONSTRAINT person_workspace_fkey FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE person IS 'Who acts.';

INSERT INTO workspace (id, name) VALUES ('019a0000-0000-7000-8000-000000000001', 'default');
INSERT INTO person (workspace_id, id, name)
VALUES ('019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002', 'local');
