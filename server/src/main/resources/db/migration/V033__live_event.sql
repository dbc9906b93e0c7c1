-- What happened lately, so that whoever watches at any server misses nothing. An event is written
-- in the database transaction of what it tells, under a lock of its workspace, so that the order of
-- the ids is the order of the commits.
CREATE TABLE live_event (
    workspace_id uuid NOT NULL,
    id bigint GENERATED ALWAYS AS IDENTITY,
    text text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT live_event_pkey PRIMARY KEY (workspace_id, id),
    CONSTRAINT live_event_workspace_fkey FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE live_event IS 'What happened in the last hour, told to those who watch.';
CREATE INDEX live_event_created_at_idx ON live_event (created_at);

-- Opens one socket, once, within half a minute. Only the hash of a ticket is kept.
CREATE TABLE live_ticket (
    workspace_id uuid NOT NULL,
    hash bytea NOT NULL,
    person_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    stream_until timestamptz NOT NULL,
    CONSTRAINT live_ticket_pkey PRIMARY KEY (hash),
    CONSTRAINT live_ticket_workspace_fkey FOREIGN KEY (workspace_id) REFERENCES workspace (id)
);
COMMENT ON TABLE live_ticket IS 'Lets one page open its live events; used once.';
