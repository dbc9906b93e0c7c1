-- What somebody who knows DuckDB would write to reconcile the generated files: join on reference
-- and currency, where a bank line without a reference is searched for one in its text; what agrees
-- goes to one file, what does not to another.
SET threads = $TH;
SET preserve_insertion_order = false;
CREATE TEMP TABLE joined AS
WITH ledger AS (
    SELECT document, invoice AS reference, currency, posted AS day,
           CAST(replace(coalesce(debit, '0'), ',', '') AS BIGINT)
           - CAST(replace(coalesce(credit, '0'), ',', '') AS BIGINT) AS cents
    FROM read_csv('$D/ledger.csv', delim = ';', header = true, dateformat = '%d.%m.%Y', columns = {
        'document': 'VARCHAR', 'posted': 'DATE', 'debit': 'VARCHAR', 'credit': 'VARCHAR',
        'currency': 'VARCHAR', 'customer': 'VARCHAR', 'invoice': 'VARCHAR', 'account': 'VARCHAR'})
), bank AS (
    SELECT statement_id, currency, booked AS day, CAST(round(amount * 100) AS BIGINT) AS cents,
           CASE WHEN reference IS NOT NULL AND reference <> '' THEN reference
                WHEN instr(remittance, 'INV-') > 0
                THEN substr(remittance, instr(remittance, 'INV-'), 12) END AS reference
    FROM read_csv('$D/bank.csv', delim = ',', header = true, columns = {
        'booked': 'DATE', 'amount': 'DECIMAL(18,2)', 'currency': 'VARCHAR', 'iban': 'VARCHAR',
        'reference': 'VARCHAR', 'counterparty': 'VARCHAR', 'remittance': 'VARCHAR',
        'statement_id': 'VARCHAR'})
)
SELECT ledger.document, bank.statement_id, coalesce(ledger.reference, bank.reference) AS reference,
       coalesce(ledger.currency, bank.currency) AS currency, ledger.cents AS left_cents,
       bank.cents AS right_cents, ledger.day AS left_day, bank.day AS right_day
FROM ledger FULL OUTER JOIN bank
    ON ledger.reference = bank.reference AND ledger.currency = bank.currency;
COPY (SELECT document, statement_id, right_day - left_day AS days FROM joined
      WHERE left_cents = right_cents) TO '$O/matched.csv' (HEADER false);
COPY (SELECT CASE WHEN document IS NULL THEN 'only right' WHEN statement_id IS NULL THEN 'only left'
             ELSE 'amount' END AS kind, document, statement_id, reference, currency,
             left_cents, right_cents, left_day, right_day
      FROM joined WHERE left_cents IS DISTINCT FROM right_cents) TO '$O/breaks.csv' (HEADER false);
