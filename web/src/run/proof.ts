import type { CurrencyProof } from '../api/types';
import { addDecimals, isZero, negate, subtractDecimals } from '../ui/money';

/**
 * Adds the proof up again in the browser, to the last unit:
 * left - right = differences inside matches + converted + open left - open right + excluded.
 */
export function addsUp(proof: CurrencyProof): boolean {
  const difference = subtractDecimals(proof.left, proof.right);
  const explained = addDecimals([
    proof.matchDifferences,
    proof.converted,
    proof.openLeft,
    negate(proof.openRight),
    proof.excluded,
  ]);
  return (
    isZero(subtractDecimals(difference, explained)) &&
    isZero(subtractDecimals(difference, proof.difference))
  );
}
