import type { FieldPreview } from '../api/types';
import { formatCount } from '../ui/format';
import css from './FieldEditor.module.css';

interface PreviewTableProps {
  readonly preview: FieldPreview;
  readonly isBehind: boolean;
}

/** The first lines of a file, before and after, and those that a run would reject. */
export function PreviewTable({ preview, isBehind }: PreviewTableProps) {
  return (
    <div className={css.preview} aria-busy={isBehind}>
      <p role="status" className="muted">
        {countsOf(preview)}
      </p>
      <div className={css.frame}>
        <table className={css.table}>
          <caption className="only-read-aloud">Before and after</caption>
          <thead>
            <tr>
              <th scope="col" className="num">
                Line
              </th>
              <th scope="col">{preview.columns.join(' · ') || 'No column'}</th>
              <th scope="col">Read as</th>
            </tr>
          </thead>
          <tbody>
            {preview.first.map((line) => (
              <tr key={line.line}>
                <td className="num">{line.line}</td>
                <td>{line.before.join(' · ')}</td>
                <td>
                  {line.after === '' ? <span className="muted">nothing</span> : <b>{line.after}</b>}
                  {line.compared !== line.after && line.compared !== '' && (
                    <span className={css.compared}>compared as {line.compared}</span>
                  )}
                </td>
              </tr>
            ))}
            {preview.failed.map((line) => (
              <tr key={line.line} className={css.failed}>
                <td className="num">{line.line}</td>
                <td>{line.before.join(' · ')}</td>
                <td>
                  Rejected: found {line.found}
                  {line.column !== '' && ` in ${line.column}`}, expected {line.expected}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function countsOf({ lines, empty, rejected }: FieldPreview): string {
  const all = lines === 1 ? 'The first line' : `The first ${formatCount(lines)} lines`;
  return `${all}: ${formatCount(empty)} without it, ${formatCount(rejected)} rejected.`;
}
