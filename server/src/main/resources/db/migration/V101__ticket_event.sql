-- A ticket is made before its socket is open: what happens in between is told, too.
ALTER TABLE live_ticket ADD COLUMN last_event bigint NOT NULL DEFAULT 0;
