import { Button } from '@mantine/core';
import { Amount } from '../ui/Amount';
import { formatCount } from '../ui/format';
import { IconButton } from '../ui/IconButton';
import { Keys } from '../ui/Keys';
import { anyAmount, type Money } from '../ui/money';
import css from './TrayBar.module.css';
import { type Tray, trayTotals } from './tray';

interface TrayBarProps {
  readonly tray: Tray;
  readonly onMatch: () => void;
  readonly onClear: () => void;
}

/** Rows put together by hand with their sums; one match of them by `m`. */
export function TrayBar({ tray, onMatch, onClear }: TrayBarProps) {
  if (tray.length === 0) return null;
  const totals = trayTotals(tray);
  const isCounted = anyAmount([...totals.left, ...totals.right]);
  return (
    <section className={css.tray} aria-label="Tray" aria-live="polite">
      <Sum name={`Left ${formatCount(totals.leftLines.length)}`} of={totals.left} />
      <Sum name={`Right ${formatCount(totals.rightLines.length)}`} of={totals.right} />
      <Sum name="Difference" of={totals.difference} dash={!isCounted} />
      <span className={css.refusal}>{totals.refusal}</span>
      <Button
        size="xs"
        disabled={totals.refusal !== null}
        rightSection={<Keys of="m" />}
        onClick={onMatch}
      >
        Match the tray
      </Button>
      <IconButton label="Empty the tray" icon="cross" onClick={onClear} />
    </section>
  );
}

interface SumProps {
  readonly name: string;
  readonly of: readonly Money[];
  readonly dash?: boolean | undefined;
}

function Sum({ name, of, dash }: SumProps) {
  return (
    <span className={css.sum}>
      <span className="muted">{name}</span>
      {of.length === 0 && <span>–</span>}
      {of.map((each) => (
        <strong key={each.currency}>
          <Amount of={each} dash={dash} />
        </strong>
      ))}
    </span>
  );
}
