-- What people do meanwhile: one more event, at a number that nobody has.
INSERT INTO audit_event (workspace_id, number, at, person_id, action, object_type, object_id,
                         details, previous_hash, hash)
SELECT '019a0000-0000-7000-8000-000000000001', max(number) + 1, now(),
       '019a0000-0000-7000-8000-000000000002', 'comment', 'break', '1', '{}', sha256('a'), sha256('b')
FROM audit_event;
