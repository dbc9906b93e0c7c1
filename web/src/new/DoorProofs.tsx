import type { FileOrigin } from '../api/types';
import { formatAmount, formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import css from './DoorProofs.module.css';
import { byClaim, differenceOf, formatFigure, type ProvedClaim } from './doorProof';

/** This many are seen without asking. */
const OPEN_MAX = 4;

/** What the file says of itself, statement by statement, and that it holds. */
export function DoorProofs({ origin }: { readonly origin: FileOrigin }) {
  const { proofs, proofsTotal } = origin;
  if (proofs.length === 0) return null;
  return (
    <details className={css.proofs} open={proofs.length <= OPEN_MAX}>
      <summary className={css.summary}>
        <Icon name="check" size={14} />
        {proofsTotal === 1
          ? 'The proof of the file holds'
          : `${formatCount(proofsTotal)} proofs of the file hold`}
      </summary>
      {byClaim(proofs).map((group) => (
        <ClaimTable key={`${group.claim}${group.names.join()}`} group={group} />
      ))}
      {proofsTotal > proofs.length && (
        <p className="muted">And {formatCount(proofsTotal - proofs.length)} more.</p>
      )}
    </details>
  );
}

function ClaimTable({ group }: { readonly group: ProvedClaim }) {
  const differs = group.proofs.some((proof) => differenceOf(proof) !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={css.frame} tabIndex={0} aria-label={group.claim}>
      <table className={css.table}>
        <caption className={css.claim}>{group.claim}</caption>
        <thead>
          <tr>
            <th scope="col">Of</th>
            {group.names.map((name) => (
              <th key={name} scope="col" className="num">
                {name}
              </th>
            ))}
            {differs && (
              <th scope="col" className="num">
                difference
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {group.proofs.map((proof) => (
            <tr key={`${proof.subject}${proof.figures.map(({ value }) => value).join()}`}>
              <th scope="row">{proof.subject}</th>
              {proof.figures.map(({ name, value }) => (
                <td key={name} className="num">
                  {formatFigure(value)}
                </td>
              ))}
              {differs && <td className="num">{formatAmount(differenceOf(proof) ?? '0')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
