import type { FileOrigin, Inspection } from '../api/types';
import { formatBytes, formatCount, formatEstimate } from '../ui/format';
import { statements } from './doorProof';
import css from './FileCard.module.css';

interface FileFactsProps {
  readonly file: File;
  readonly inspection: Inspection | undefined;
  readonly origin: FileOrigin | null;
}

/** What a file is, in one line. */
export function FileFacts({ file, inspection, origin }: FileFactsProps) {
  const facts = origin && origin.format !== TEXT ? ofOrigin(origin) : ofText(inspection);
  return <p className={css.facts}>{[...facts, formatBytes(file.size)].join(' · ')}</p>;
}

const TEXT = 'csv';

const DELIMITERS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
  '^': 'caret',
};

function ofText(inspection: Inspection | undefined): string[] {
  if (!inspection) return [];
  const { dialect, absent, totals, columns, rowsEstimated } = inspection;
  return [
    rowsEstimated === 0 ? 'no entries' : `about ${formatEstimate(rowsEstimated)} rows`,
    `${columns.length} columns`,
    DELIMITERS[dialect.delimiter] ?? dialect.delimiter,
    dialect.encoding,
    dialect.header ? 'with a header' : 'no header',
    ...(dialect.skip > 0 ? [`${counted(dialect.skip, 'line', 'lines')} above the header`] : []),
    ...(absent.length > 0 ? [`${absent.join(' or ')} means no value`] : []),
    ...(totals.length > 0 ? [`sums of ${totals.join(' and ')} are no entries`] : []),
  ];
}

function ofOrigin(origin: FileOrigin): string[] {
  const count = statements(origin).length;
  return [
    origin.format,
    ...(count > 0 ? [counted(count, 'statement', 'statements')] : []),
    counted(origin.entries, 'entry', 'entries'),
    ...(origin.proofsTotal > 0 ? ['proof holds'] : []),
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
