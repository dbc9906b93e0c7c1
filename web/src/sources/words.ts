import type { Delivery, ShapeChange, SourceHealth } from '../api/types';

type Tone = 'plain' | 'good' | 'bad' | 'wait';

/** How a source stands, as people read it. */
export const HEALTH_WORDS: Record<SourceHealth, { readonly label: string; readonly tone: Tone }> = {
  new: { label: 'No delivery yet', tone: 'plain' },
  fine: { label: 'Fine', tone: 'good' },
  drifted: { label: 'Drifted', tone: 'wait' },
  unusual: { label: 'Unusual', tone: 'wait' },
  late: { label: 'Late', tone: 'bad' },
  held: { label: 'Held', tone: 'bad' },
  refused: { label: 'Refused', tone: 'bad' },
};

export const STATE_WORDS: Record<
  Delivery['state'],
  { readonly label: string; readonly tone: Tone }
> = {
  taken: { label: 'Taken', tone: 'good' },
  held: { label: 'Held', tone: 'bad' },
  refused: { label: 'Refused', tone: 'bad' },
};

export const SEVERITY_WORDS: Record<
  ShapeChange['severity'],
  { readonly label: string; readonly tone: Tone }
> = {
  additive: { label: 'Additive', tone: 'plain' },
  risky: { label: 'Risky', tone: 'wait' },
  breaking: { label: 'Breaking', tone: 'bad' },
};

export const CHANGE_WORDS: Record<ShapeChange['what'], string> = {
  added: 'Column added',
  gone: 'Column gone',
  renamed: 'Column renamed',
  type: 'Another type',
  format: 'Written in another way',
  scale: 'Of another size',
  sign: 'Of another sign',
};
