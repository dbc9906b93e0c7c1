-- The second job as people write it: join on the account, keep what is near, and take a pair when
-- each of the two is the other's best. The join is quadratic in the entries of an account.
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
FROM ledger JOIN bank ON ledger.account = bank.account AND ledger.currency = bank.currency
    AND abs(ledger.cents - bank.cents) <= 5 AND abs(ledger.day - bank.day) <= 3;
COPY (SELECT document, statement_id, difference, days FROM (
          SELECT *, row_number() OVER (
                     PARTITION BY left_line ORDER BY difference, days, right_line) AS of_left,
                 row_number() OVER (
                     PARTITION BY right_line ORDER BY difference, days, left_line) AS of_right
          FROM near)
      WHERE of_left = 1 AND of_right = 1) TO '$O/pairs.csv' (HEADER false);
