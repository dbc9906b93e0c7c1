import type { Approval, Decision, MatchRow } from '../api/types';
import { formatConfidence } from '../compare/explain';
import { waits } from '../compare/waits';
import { Amount } from '../ui/Amount';
import { GridRow } from '../ui/GridRow';
import { Icon } from '../ui/Icon';
import { isZero, sumByCurrency } from '../ui/money';
import { useNarrow } from '../ui/useNarrow';
import { useRowHeight } from '../ui/useRowHeight';
import { VirtualGrid } from '../ui/VirtualGrid';
import { ANSWER_WORDS, APPROVAL_WORDS, matchLabel, STATUS_WORDS } from '../ui/vocabulary';
import css from './MatchGrid.module.css';

/** What came of an answer: it is done, or waits for another person. */
export type Answer = Decision | Approval;

interface MatchGridProps {
  readonly rows: readonly MatchRow[];
  readonly hasMore: boolean;
  readonly selected: string | undefined;
  readonly answered: ReadonlyMap<string, Answer>;
  readonly onSelect: (id: string) => void;
  readonly onNearEnd: () => void;
}

const CARD_HEIGHT = 72;
const COLUMNS = ['No.', 'Status', 'Pass', 'Left', 'Right', 'Amount', 'Difference', 'Confidence'];

/** The list of matches. */
export function MatchGrid(props: MatchGridProps) {
  const { rows, selected, answered, onSelect } = props;
  const narrow = useNarrow();
  const rowHeight = useRowHeight();
  return (
    <VirtualGrid
      id="match-grid"
      label="Matches"
      columns={COLUMNS}
      headClass={css.columns}
      total={props.hasMore ? -2 : rows.length}
      loaded={rows.length}
      rowHeight={narrow ? CARD_HEIGHT : rowHeight}
      selectedAt={rows.findIndex(({ id }) => id === selected)}
      selectedId={`match-${selected}`}
      onNearEnd={props.onNearEnd}
      renderRow={(index) => {
        const row = rows[index];
        return row ? (
          <MatchGridRow
            key={row.id}
            row={row}
            index={index}
            selected={row.id === selected}
            answer={answered.get(row.id)}
            onSelect={onSelect}
          />
        ) : null;
      }}
    />
  );
}

interface MatchGridRowProps {
  readonly row: MatchRow;
  readonly index: number;
  readonly selected: boolean;
  readonly answer: Answer | undefined;
  readonly onSelect: (id: string) => void;
}

function MatchGridRow({ row, index, selected, answer, onSelect }: MatchGridRowProps) {
  const { label, icon } = wordsOf(row, answer);
  const entries = row.left.length > 0 ? row.left : row.right;
  const [left, right] = [row.left[0], row.right[0]];
  const difference = row.difference.filter(({ value }) => !isZero(value));
  return (
    <GridRow
      id={`match-${row.id}`}
      index={index}
      selected={selected}
      handled={answer !== undefined}
      layout={css.row}
      onSelect={() => onSelect(row.id)}
    >
      <span role="gridcell" className={css.number}>
        {matchLabel(row.number)}
      </span>
      <span role="gridcell" className={css.status} data-status={row.status}>
        <Icon name={icon} size={14} /> {label}
      </span>
      <span role="gridcell" className={css.pass}>
        {row.pass}
      </span>
      <span role="gridcell" className={css.entry}>
        <EntryName entry={left} entries={row.left.length} />
      </span>
      <span role="gridcell" className={css.entry}>
        <EntryName entry={right} entries={row.right.length} />
      </span>
      <span role="gridcell" className={css.amount}>
        {sumByCurrency(entries.map(({ amount }) => amount)).map((each) => (
          <Amount key={each.currency} of={each} />
        ))}
      </span>
      <span role="gridcell" className={css.amount}>
        {difference.length === 0
          ? '–'
          : difference.map((each) => <Amount key={each.currency} of={each} bare sign />)}
      </span>
      <span role="gridcell" className={css.amount}>
        {formatConfidence(row.confidence)}
      </span>
    </GridRow>
  );
}

function wordsOf(row: MatchRow, answer: Answer | undefined) {
  if (answer ? waits(answer) : row.approval) return APPROVAL_WORDS.waiting;
  return answer && !waits(answer) ? ANSWER_WORDS[answer.kind] : STATUS_WORDS[row.status];
}

interface EntryNameProps {
  readonly entry: MatchRow['left'][number] | undefined;
  readonly entries: number;
}

function EntryName({ entry, entries }: EntryNameProps) {
  if (!entry) return '–';
  return (
    <>
      <span className={css.name}>{entry.reference || entry.party || `line ${entry.line}`}</span>
      {entries > 1 && <span className={css.more}>+{entries - 1}</span>}
    </>
  );
}
