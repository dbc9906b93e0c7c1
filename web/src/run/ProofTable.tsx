import type { CurrencyProof, Proof } from '../api/types';
import { formatCount, formatCurrency, formatDecimal } from '../ui/format';
import { Icon } from '../ui/Icon';
import { isZero } from '../ui/money';
import { Panel } from '../ui/Panel';
import css from './ProofTable.module.css';
import { addsUp } from './proof';

/** The proof, currency by currency, added up again here; a cent off turns it red. */
export function ProofTable({ proof }: { readonly proof: Proof }) {
  const holds = proof.holds && proof.currencies.every((each) => each.holds && addsUp(each));
  return (
    <Panel
      title="Proof"
      aside={
        <span className={css.verdict} data-holds={holds}>
          <Icon name={holds ? 'check' : 'warning'} />
          {holds ? 'Proven to the cent' : 'Does not add up'}
        </span>
      }
    >
      {proof.currencies.map((each) => (
        <CurrencyLine key={each.currency} proof={each} />
      ))}
      <p className={css.entries}>
        <EntryLine name="Left" of={proof.leftEntries} />
        <EntryLine name="Right" of={proof.rightEntries} />
      </p>
    </Panel>
  );
}

function CurrencyLine({ proof }: { readonly proof: CurrencyProof }) {
  const holds = proof.holds && addsUp(proof);
  const terms: [string, string, string][] = [
    ['', 'Left', proof.left],
    ['−', 'Right', proof.right],
    ['=', 'Difference', proof.difference],
    ['=', 'Inside matches', proof.matchDifferences],
    ['+', 'Open left', proof.openLeft],
    ['−', 'Open right', proof.openRight],
  ];
  if (!isZero(proof.excluded)) terms.push(['+', 'Excluded', proof.excluded]);
  return (
    <div className={css.line} data-holds={holds}>
      <span className={css.currency}>{formatCurrency(proof.currency) || 'All'}</span>
      {terms.map(([sign, name, value]) => (
        <span key={name} className={css.term}>
          <span className={css.sign}>{sign}</span>
          <span>
            <span className={css.name}>{name}</span>
            <span className={css.value}>{formatDecimal(value)}</span>
          </span>
        </span>
      ))}
      {!holds && <strong className={css.off}>does not add up</strong>}
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
