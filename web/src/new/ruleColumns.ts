import { parse } from 'yaml';
import type { ProposedField, Side } from '../api/types';

/** Which column each field of a side comes from; null where it is not a single column. */
export type RuleColumns = Readonly<Record<Side, ReadonlyMap<string, string | null>>>;

/** Reads the columns out of a rule set; undefined while its text is not YAML of that shape. */
export function ruleColumns(rules: string): RuleColumns | undefined {
  try {
    const document: unknown = parse(rules);
    const [left, right] = [columnsOf(document, 'left'), columnsOf(document, 'right')];
    return left && right && { left, right };
  } catch {
    return undefined;
  }
}

function columnsOf(document: unknown, side: Side): Map<string, string | null> | undefined {
  const fields = at(at(document, side), 'fields');
  if (typeof fields !== 'object' || fields === null) return undefined;
  return new Map(
    Object.entries(fields).map(([field, map]) => {
      const column = at(map, 'column');
      return [field, column === undefined ? null : String(column)];
    }),
  );
}

function at(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[key];
}

/**
 * The proposed fields as the rule set has them now. A field whose column was changed keeps no
 * agreement: it was measured on the column before.
 */
export function fieldsByRules(
  fields: readonly ProposedField[],
  columns: RuleColumns | undefined,
): ProposedField[] {
  if (!columns) return [...fields];
  return fields.flatMap((field) => {
    const leftColumn = columnNow(columns.left, field.field, field.leftColumn);
    const rightColumn = columnNow(columns.right, field.field, field.rightColumn);
    if (leftColumn === null && rightColumn === null) return [];
    const same = leftColumn === field.leftColumn && rightColumn === field.rightColumn;
    const changed = { agreementPercent: null, why: 'chosen by hand' };
    return [{ ...field, ...(same ? {} : changed), leftColumn, rightColumn }];
  });
}

function columnNow(
  columns: ReadonlyMap<string, string | null>,
  field: string,
  proposed: string | null,
): string | null {
  const column = columns.get(field);
  if (column === undefined) return null;
  return column ?? proposed;
}
