-- The second job as somebody writes it who knows DuckDB: amounts fall into buckets of six cents, a
-- ledger line looks into its own and both beside it, and the join is on account and bucket.
SET threads = $TH;
SET preserve_insertion_order = false;
CREATE TEMP TABLE ledger AS
SELECT row_number() OVER () AS line, document, account, currency, posted AS day,
       CAST(replace(coalesce(debit, '0'), ',', '') AS BIGINT)
       - CAST(replace(coalesce(credit, '0'), ',', '') AS BIGINT) AS cents
FROM read_csv('$D/ledger.csv', delim = ';', header = true, dateformat = '%d.%m.%Y', columns = {
    'document': 'VARCHAR', 'posted': 'DATE', 'debit': 'VARCHAR', 'credit': 'VARCHAR',
    'currency': 'VARCHAR', 'customer': 'VARCHAR', 'invoice': 'VARCHAR', 'account': 'VARCHAR'});
CREATE TEMP TABLE bank AS
SELECT row_number() OVER () AS line, statement_id, iban AS account, currency, booked AS day,
       CAST(round(amount * 100) AS BIGINT) AS cents
FROM read_csv('$D/bank.csv', delim = ',', header = true, columns = {
    'booked': 'DATE', 'amount': 'DECIMAL(18,2)', 'currency': 'VARCHAR', 'iban': 'VARCHAR',
    'reference': 'VARCHAR', 'counterparty': 'VARCHAR', 'remittance': 'VARCHAR',
    'statement_id': 'VARCHAR'});
CREATE TEMP TABLE near AS
SELECT ledger.line AS left_line, bank.line AS right_line, document, statement_id,
       abs(ledger.cents - bank.cents) AS difference, abs(ledger.day - bank.day) AS days
FROM (SELECT *, unnest([cents // 6 - 1, cents // 6, cents // 6 + 1]) AS bucket FROM ledger) ledger
JOIN (SELECT *, cents // 6 AS bucket FROM bank) bank
    ON ledger.account = bank.account AND ledger.currency = bank.currency
    AND ledger.bucket = bank.bucket
WHERE abs(ledger.cents - bank.cents) <= 5 AND abs(ledger.day - bank.day) <= 3;
COPY (SELECT document, statement_id, difference, days FROM (
          SELECT *, row_number() OVER (
                     PARTITION BY left_line ORDER BY difference, days, right_line) AS of_left,
                 row_number() OVER (
                     PARTITION BY right_line ORDER BY difference, days, left_line) AS of_right
          FROM near)
      WHERE of_left = 1 AND of_right = 1) TO '$O/pairs.csv' (HEADER false);
