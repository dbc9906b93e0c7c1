-- A header alone has the same bytes on every day without bookings, and is a delivery of each.
CREATE INDEX delivery_file_idx ON delivery (workspace_id, source_id, file_id);
ALTER TABLE delivery DROP CONSTRAINT delivery_file_key;
