import type { ProposedField } from '../api/types';

/** A field that each side has a column for on its own is one row. */
export function fieldRows(fields: readonly ProposedField[]): ProposedField[] {
  const rows: ProposedField[] = [];
  for (const next of fields) {
    const at = rows.findIndex((row) => row.field === next.field && completes(row, next));
    const row = rows[at];
    if (row) rows[at] = joined(row, next);
    else rows.push(next);
  }
  return rows;
}

function completes(one: ProposedField, other: ProposedField): boolean {
  const left = one.leftColumn === null || other.leftColumn === null;
  const right = one.rightColumn === null || other.rightColumn === null;
  return left && right;
}

function joined(one: ProposedField, other: ProposedField): ProposedField {
  const [left, right] = one.leftColumn === null ? [other, one] : [one, other];
  return {
    ...one,
    leftColumn: left.leftColumn,
    rightColumn: right.rightColumn,
    agreementPercent: one.agreementPercent ?? other.agreementPercent,
    why: `left: ${left.why}; right: ${right.why}`,
  };
}
