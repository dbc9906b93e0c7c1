-- A time that the database wrote was compared with one that a server wrote into its tokens: whoever
-- signed in at a server whose clock was behind was shut out. A number has no clock. Nothing is
-- deployed that still reads the time.
ALTER TABLE account
    ADD COLUMN tokens_version integer NOT NULL DEFAULT 1,
    DROP COLUMN tokens_valid_after;
COMMENT ON COLUMN account.tokens_version IS
    'One more whenever all access tokens of the account are ended; a token of another is not valid.';
