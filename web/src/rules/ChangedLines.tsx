import { useNavigate, useSearch } from '@tanstack/react-router';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { ChangedLine, Comparison, ComparisonTotals } from '../api/types';
import { usePages } from '../api/usePages';
import { Amount } from '../ui/Amount';
import { EmptyState } from '../ui/EmptyState';
import { Field } from '../ui/Field';
import { formatCount } from '../ui/format';
import { More } from '../ui/More';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SelectField } from '../ui/SelectField';
import { SideTag } from '../ui/SideTag';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { useTyped } from '../ui/useTyped';
import { KIND_WORDS } from '../ui/vocabulary';
import css from './ChangedLines.module.css';
import { readRulesSearch } from './search';
import { CHANGE_WORDS, CHANGES, placeWords } from './words';

interface ChangedLinesProps {
  readonly comparison: Comparison;
  readonly totals: ComparisonTotals;
}

const HEAD = ['Line', 'Entry', { number: 'Amount' }, 'Before', 'After'];

/** Line by line what would be otherwise, filtered as the URL says. */
export function ChangedLines({ comparison, totals }: ChangedLinesProps) {
  const { change, side, text } = useSearch({ from: '/r/$rec/rules' });
  const filter = { ...(change && { change }), ...(side && { side }), ...(text && { text }) };
  const list = usePages(
    ['changes', comparison.id],
    (query) =>
      answerOf(
        client.GET('/api/v1/comparisons/{comparisonId}/changes', {
          params: { path: { comparisonId: comparison.id }, query: { ...query, ...filter } },
        }),
      ),
    filter,
  );
  return (
    <Panel title="Line by line" flush aside={<Kept totals={totals} />}>
      <Filters />
      {list.error && <ProblemNotice problem={asProblem(list.error)} />}
      {list.isPending && <Skeleton label="the lines" />}
      {list.data && list.rows.length === 0 && (
        <EmptyState title="None of these" text="No line that changes fits this filter." />
      )}
      {list.rows.length > 0 && (
        <div className={css.lines} data-stale={list.isPlaceholderData || undefined}>
          <Table caption="Lines that change" head={HEAD}>
            {list.rows.map((line) => (
              <Row key={line.number} line={line} />
            ))}
          </Table>
        </div>
      )}
      <More of={list} />
    </Panel>
  );
}

function Kept({ totals: { kept, changed } }: { readonly totals: ComparisonTotals }) {
  if (kept >= changed) return null;
  return <span className="muted">the first {formatCount(kept)} are listed</span>;
}

function Filters() {
  const { change, side, text } = useSearch({ from: '/r/$rec/rules' });
  const [typed, setTyped] = useTyped(text, (said) => set({ text: said ?? '' }));
  const navigate = useNavigate({ from: '/r/$rec/rules' });
  const set = (said: Record<string, string>) =>
    void navigate({
      search: (now) => {
        const { comparison } = now;
        return readRulesSearch({ ...now, ...said, comparison });
      },
      replace: true,
    });
  return (
    <div className={css.filters}>
      <SelectField
        label="Change"
        value={change ?? ''}
        options={[['', 'All'], ...CHANGES.map((each) => [each, CHANGE_WORDS[each].label] as const)]}
        onValue={(chosen) => set({ change: chosen })}
      />
      <SelectField
        label="Side"
        value={side ?? ''}
        options={[
          ['', 'Both'],
          ['left', 'Left'],
          ['right', 'Right'],
        ]}
        onValue={(chosen) => set({ side: chosen })}
      />
      <Field label="Reference or party" value={typed} maxLength={200} onText={setTyped} />
    </div>
  );
}

function Row({
  line: { side, line, reference, party, before, after },
}: {
  readonly line: ChangedLine;
}) {
  const amount = after.amount ?? before.amount;
  return (
    <tr>
      <th scope="row">
        <SideTag side={side} /> {formatCount(line)}
      </th>
      <td data-label="Entry">
        {reference ?? party ?? <span className="muted">no reference</span>}
        {reference && party && <span className={css.party}>{party}</span>}
      </td>
      <td className="num" data-label="Amount">
        {amount ? <Amount of={amount} /> : '–'}
      </td>
      <td data-label="Before">{placed(before)}</td>
      <td data-label="After">{placed(after)}</td>
    </tr>
  );
}

function placed(place: ChangedLine['before']) {
  const words = placeWords(place);
  const kind = place.breakKind ? KIND_WORDS[place.breakKind].label.toLowerCase() : null;
  return kind ? `${words}, ${kind}` : words;
}
