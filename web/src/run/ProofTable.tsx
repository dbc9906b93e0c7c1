import type { CurrencyProof, Proof } from '../api/types';
import { formatAmount, formatCount, formatCurrency } from '../ui/format';
import { Icon } from '../ui/Icon';
import { isZero } from '../ui/money';
import { Panel } from '../ui/Panel';
import css from './ProofTable.module.css';
import { addsUp } from './proof';

type Term = readonly [sign: string, name: string, of: (proof: CurrencyProof) => string];

const FIRST: readonly Term[] = [
  ['', 'Left', ({ left }) => left],
  ['−', 'Right', ({ right }) => right],
  ['=', 'Difference', ({ difference }) => difference],
  ['=', 'Differences in matches', ({ matchDifferences }) => matchDifferences],
];
const CONVERTED: Term = ['+', 'Converted', ({ converted }) => converted];
const LAST: readonly Term[] = [
  ['+', 'Open left', ({ openLeft }) => openLeft],
  ['−', 'Open right', ({ openRight }) => openRight],
];
const EXCLUDED: Term = ['+', 'Excluded', ({ excluded }) => excluded];

interface ProofTableProps {
  readonly proof: Proof;
  /** Without amounts the proof is that every entry is in one place. */
  readonly hasAmounts: boolean;
}

/** The proof, currency by currency, added up again here; a cent off turns it red. */
export function ProofTable({ proof, hasAmounts }: ProofTableProps) {
  const holds = proof.holds && proof.currencies.every((each) => each.holds && addsUp(each));
  const proven = hasAmounts ? 'Proven to the cent' : 'Every entry is counted once';
  return (
    <Panel
      title="Proof"
      aside={
        <span className={css.verdict} data-holds={holds}>
          <Icon name={holds ? 'check' : 'warning'} />
          {holds ? proven : 'Does not add up'}
        </span>
      }
    >
      {hasAmounts && <CurrencyTable currencies={proof.currencies} />}
      <p className={css.entries}>
        <EntryLine name="Left" of={proof.leftEntries} />
        <EntryLine name="Right" of={proof.rightEntries} />
      </p>
    </Panel>
  );
}

function CurrencyTable({ currencies }: { readonly currencies: Proof['currencies'] }) {
  const excludes = currencies.some(({ excluded }) => !isZero(excluded));
  const converts = currencies.some(({ converted }) => !isZero(converted));
  const terms = [
    ...FIRST,
    ...(converts ? [CONVERTED] : []),
    ...LAST,
    ...(excludes ? [EXCLUDED] : []),
  ];
  return (
    <div className={css.frame}>
      <table className={css.table}>
        <caption className="only-read-aloud">
          Left minus right is the differences inside matches plus open left minus open right
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="only-read-aloud">Currency</span>
            </th>
            {terms.map(([sign, name]) => (
              <th key={name} scope="col" className="num">
                <span className={css.sign}>{sign}</span> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {currencies.map((each) => (
            <tr key={each.currency} data-holds={each.holds && addsUp(each)}>
              <th scope="row">{formatCurrency(each.currency) || 'All'}</th>
              {terms.map(([, name, of]) => (
                <td key={name} className="num">
                  {formatAmount(of(each))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface EntryLineProps {
  readonly name: string;
  readonly of: Proof['leftEntries'];
}

function EntryLine({ name, of }: EntryLineProps) {
  return (
    <span data-holds={of.holds} className={css.entry}>
      {name}: {formatCount(of.entries)} entries = {formatCount(of.matched)} matched +{' '}
      {formatCount(of.suggested)} suggested + {formatCount(of.open)} open
    </span>
  );
}
