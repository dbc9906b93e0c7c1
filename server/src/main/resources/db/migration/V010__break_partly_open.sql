-- A match may use a part of an entry; the rest of it is a break.
ALTER TABLE break DROP CONSTRAINT break_kind_check;
ALTER TABLE break ADD CONSTRAINT break_kind_check
    CHECK (kind IN ('duplicate', 'amount-differs', 'date-differs', 'field-differs', 'partly-open',
                    'missing-on-left', 'missing-on-right'));
COMMENT ON TABLE break IS
    'An open entry or the open rest of one (side says whose), or a difference inside a match;
     words is what searches read.';
