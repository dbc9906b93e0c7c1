/** Strokes on a 16 × 16 board; every icon stands beside a word or carries a label. */
const PATHS = {
  arrowRight: 'M3 8h10M9 4l4 4-4 4',
  auto: 'M8 2a6 6 0 1 0 0 12zM8 2v12M8 2a6 6 0 0 1 0 12',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5',
  check: 'M3 8.5l3.2 3L13 4.5',
  chevron: 'M6 3.5L10.5 8 6 12.5',
  clock: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 5v3.2l2 1.3',
  comment: 'M2.5 3h11v8H7l-3 2.5V11H2.5z',
  copies: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  cross: 'M4 4l8 8M12 4l-8 8',
  download: 'M8 2v8M4.5 7L8 10.5 11.5 7M3 13.5h10',
  field: 'M2.5 4h11M2.5 8h7M2.5 12h11',
  file: 'M4 1.5h5.5L12.5 5v9.5H4zM9.5 1.5V5h3',
  filter: 'M2 4h12M4.5 8h7M7 12h2',
  half: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 2.5v11',
  keyboard: 'M1.5 4h13v8h-13zM4 6.6h.1M6.7 6.6h.1M9.3 6.6h.1M12 6.6h.1M4.5 9.5h7',
  history: 'M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3M8 5.2V8l2 1.4',
  missingLeft: 'M2 5h3M2 11h3M9 3.5h5v9H9z',
  missingRight: 'M11 5h3M11 11h3M2 3.5h5v9H2z',
  moon: 'M13 9.6A5.5 5.5 0 0 1 6.4 3 5.5 5.5 0 1 0 13 9.6z',
  notEqual: 'M3 6h10M3 10h10M11 2.5l-6 11',
  plus: 'M8 3v10M3 8h10',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3',
  rows: 'M2 4h12M2 8h12M2 12h12',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.5 10.5L14 14',
  spark: 'M8 2l1.4 4.6L14 8l-4.6 1.4L8 14l-1.4-4.6L2 8l4.6-1.4z',
  sun: 'M8 5a3 3 0 100 6 3 3 0 000-6zM8 1v2m0 10v2M1 8h2m10 0h2M3 3l1 1m8 8l1 1m0-10l-1 1m-8 8-1 1',
  swap: 'M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3',
  undo: 'M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3',
  unlink:
    'M6.5 9.5L5 11a2.3 2.3 0 0 1-3.3-3L4 5.6M9.5 6.5L11 5a2.3 2.3 0 0 1 3.3 3L12 10.4M3 2l10 12',
  upload: 'M8 13V4M4.5 7.5L8 4l3.5 3.5M3 1.5h10',
  warning: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.4v.4',
  building: 'M3 13.5V3.5h6v10M9 6.5h4v7M1.5 13.5h13M5 6h2M5 8.5h2M5 11h2M11 9h.1M11 11.2h.1',
  book: 'M3 2.5h8.5a1 1 0 0 1 1 1v10H4a1.2 1.2 0 0 1 0-2.4h8.5M3 2.5v9.8',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6z',
  key: 'M10.5 2.5a3 3 0 1 0 .1 0zM8.3 7.7L2.5 13.5M4.5 11.5l1.5 1.5',
  leave: 'M6.5 2.5h-4v11h4M10 5l3 3-3 3M13 8H6',
  people:
    'M6 3a2.3 2.3 0 1 0 .1 0zM2 13c0-5 8-5 8 0M10.5 3.4a2.1 2.1 0 0 1 0 4M12 9.6q2.2.5 2.2 3.4',
  person: 'M8 2.5a2.7 2.7 0 1 0 .1 0zM3 13.5c0-2.8 2.2-4.2 5-4.2s5 1.4 5 4.2',
  server: 'M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.1M5 11h.1M7.5 5h3.5M7.5 11h3.5',
  shield: 'M8 2l5 1.8v4c0 3-2 5.2-5 6.2-3-1-5-3.2-5-6.2v-4zM5.8 8l1.6 1.6 3-3.1',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
