-- Whoever acts has an account. The person `local`, who acted while nobody had one, goes; where it
-- left a history it stays as whose history that is, and acts no more.
DELETE FROM person p
WHERE p.account_id IS NULL
    AND NOT EXISTS (
        SELECT FROM audit_event e
        WHERE e.workspace_id = p.workspace_id AND e.person_id = p.id);
UPDATE person SET status = 'disabled' WHERE account_id IS NULL;
