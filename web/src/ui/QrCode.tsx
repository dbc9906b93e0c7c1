import { encode } from 'uqr';
import css from './QrCode.module.css';

/** A text as a picture that a phone reads; always dark on light, as cameras expect. */
export function QrCode({ label, text }: { readonly label: string; readonly text: string }) {
  const { data, size } = encode(text, { border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return (
    <svg
      className={css.code}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path className={css.dark} d={path} />
    </svg>
  );
}
