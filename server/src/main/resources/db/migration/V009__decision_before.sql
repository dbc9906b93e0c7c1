-- What a decision found before it changed it, so that undoing restores exactly that; and who
-- changed a break last, so that nobody undoes what a later decision stands on.
ALTER TABLE decision ADD COLUMN before text NOT NULL DEFAULT '[]';
ALTER TABLE break ADD COLUMN changed_by uuid;
