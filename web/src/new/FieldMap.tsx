import type { Inspection, Proposal, ProposedField, Side } from '../api/types';
import { formatPercent } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import { SideTag } from '../ui/SideTag';
import { fieldLabel } from '../ui/vocabulary';
import { ChangeReading, type Reading } from './ChangeReading';
import type { FieldEdit } from './draft';
import css from './FieldMap.module.css';
import { fieldRows } from './fieldRows';
import { fieldsByRules, ruleColumns } from './ruleColumns';

interface FieldMapProps {
  readonly proposal: Proposal;
  readonly rules: string;
  readonly onEdit: (edit: FieldEdit) => void;
  readonly reading: Reading;
}

/** Which column of the left is which column of the right, with samples, agreement and reason. */
export function FieldMap({ proposal, rules, onEdit, reading }: FieldMapProps) {
  const rows = fieldsByRules(fieldRows(proposal.fields), ruleColumns(rules));
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="only-read-aloud">Fields and the columns they come from</caption>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">
              <SideTag side="left" /> column
            </th>
            <th scope="col">
              <SideTag side="right" /> column
            </th>
            <th scope="col" className="num">
              Agree
            </th>
            <th scope="col">Why</th>
            <th scope="col">
              <span className="only-read-aloud">Drop</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((each) => (
            <tr key={each.field}>
              <th scope="row" className={css.field}>
                {fieldLabel(each.field)}
                <span className={css.type}>{each.type}</span>
              </th>
              <td>
                <ColumnChoice side="left" of={each} inspection={proposal.left} onEdit={onEdit} />
                <ChangeReading side="left" of={each} inspection={proposal.left} reading={reading} />
              </td>
              <td>
                <ColumnChoice side="right" of={each} inspection={proposal.right} onEdit={onEdit} />
                <ChangeReading
                  side="right"
                  of={each}
                  inspection={proposal.right}
                  reading={reading}
                />
              </td>
              <td className="num">{agreementOf(each)}</td>
              <td className={css.why}>{each.why}</td>
              <td className={css.drop}>
                <IconButton
                  label={`Drop ${fieldLabel(each.field)}`}
                  icon="cross"
                  onClick={() => onEdit({ field: each.field, side: 'both', column: null })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <UnreadNote unread={proposal.unread} />
    </div>
  );
}

/** Whoever trusts a clean result has to know what it says nothing about. */
function UnreadNote({ unread }: { readonly unread: Proposal['unread'] }) {
  const sides = (['left', 'right'] as const).filter((side) => unread[side].length > 0);
  if (sides.length === 0) return null;
  return (
    <p className={css.unread}>
      Read by no field, so compared with nothing:
      {sides.map((side) => (
        <span key={side} className={css.unreadSide}>
          <SideTag side={side} /> <bdi>{unread[side].join(', ')}</bdi>
        </span>
      ))}
    </p>
  );
}

function agreementOf({ agreementPercent }: ProposedField): string {
  return formatPercent(agreementPercent);
}

interface ColumnChoiceProps {
  readonly side: Side;
  readonly of: ProposedField;
  readonly inspection: Inspection;
  readonly onEdit: (edit: FieldEdit) => void;
}

const NO_COLUMN = '';

function ColumnChoice({ side, of, inspection, onEdit }: ColumnChoiceProps) {
  const chosen = side === 'left' ? of.leftColumn : of.rightColumn;
  const column = inspection.columns.find(({ name }) => name === chosen);
  const special = chosen !== null && !column;
  return (
    <>
      <select
        className={css.select}
        aria-label={`${side} column of ${fieldLabel(of.field)}`}
        title={special ? chosen : undefined}
        value={chosen ?? NO_COLUMN}
        onChange={(event) => {
          const value = event.currentTarget.value;
          onEdit({ field: of.field, side, column: value === NO_COLUMN ? null : value });
        }}
      >
        <option value={NO_COLUMN}>(none)</option>
        {special && <option value={chosen}>{chosen}</option>}
        {inspection.columns.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <span className={css.samples} title={column?.note ?? undefined}>
        {(column ? column.samples.slice(0, 2) : partSamples(of, chosen, inspection)).join(' · ')}
      </span>
    </>
  );
}

/** Of an amount in several columns, a sample of each: the proposal names them `Debit / Credit`. */
function partSamples(of: ProposedField, chosen: string | null, { columns }: Inspection): string[] {
  const parts = of.type === 'amount' ? (chosen ?? '').split(' / ') : [];
  return columns
    .filter(({ name }) => parts.includes(name))
    .flatMap(({ samples }) => samples.slice(0, 1));
}
