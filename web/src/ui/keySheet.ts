/** Every key there is, as printed on the key; the sheet behind `?` shows this list. */
export const KEY_SHEET: readonly {
  readonly where: string;
  readonly keys: readonly (readonly [keys: string, action: string])[];
}[] = [
  {
    where: 'Everywhere',
    keys: [
      ['Ctrl K', 'Search or jump'],
      ['?', 'This sheet'],
      ['g h', 'Home'],
      ['g o', 'Result of a run'],
      ['g b', 'Breaks'],
      ['g m', 'Matches'],
      ['g s', 'Suggested matches'],
      ['g r', 'New run of a reconciliation'],
      ['g l', 'Rules of a reconciliation'],
      ['g p', 'People'],
      ['g d', 'Sources'],
      ['g w', 'Approvals: what waits for another person'],
      ['g a', 'Audit'],
      ['g y', 'System'],
      ['g u', 'Profile'],
    ],
  },
  {
    where: 'Break list',
    keys: [
      ['j k', 'Next, previous (or ↓ ↑)'],
      ['1 … 5', 'Pick a candidate'],
      ['Enter', 'Match with the candidate'],
      ['Space', 'Put the row in the tray'],
      ['m', 'Match the tray'],
      ['u', 'Unmatch'],
      ['c', 'Comment'],
      ['/', 'Search in the list'],
      ['f', 'Filters'],
      ['h', 'History'],
      ['Ctrl Z', 'Undo my last decision'],
      ['[ ]', 'Hide or show the compare pane'],
      ['r', 'Refresh and reorder'],
    ],
  },
  {
    where: 'Match list',
    keys: [
      ['j k', 'Next, previous'],
      ['Enter', 'Accept a suggested match'],
      ['u', 'Unmatch or reject'],
      ['Ctrl Z', 'Undo my last decision'],
      ['r', 'Refresh'],
    ],
  },
  {
    where: 'Approvals',
    keys: [
      ['j k', 'Next, previous'],
      ['Space', 'Choose the row'],
      ['a', 'Approve what is chosen, or the row'],
      ['b', 'Send the row back'],
      ['x', 'Withdraw the row'],
      ['Enter', 'Look at it'],
    ],
  },
  {
    where: 'Home, new, run',
    keys: [
      ['j k', 'Next, previous reconciliation'],
      ['n', 'New reconciliation'],
      ['Enter', 'Open'],
      ['Ctrl Enter', 'Run, or try the rules'],
      ['w', 'Work the breaks'],
    ],
  },
];
