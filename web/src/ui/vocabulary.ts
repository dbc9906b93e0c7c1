import type {
  ApprovalKind,
  ApprovalStatus,
  BreakKind,
  DecisionKind,
  MatchStatus,
  RoleName,
  RunStage,
  Side,
} from '../api/types';
import type { IconName } from './Icon';

/** What a drop zone says that it takes. */
export const FORMATS_HINT =
  'CSV, Excel, camt, MT940, BAI2, NACHA, OFX, QIF, JSON, XML, HTML or Parquet; packed or not.';

/** The words of the domain as people read them; the one place to translate them. */
export const KIND_WORDS: Record<BreakKind, { readonly label: string; readonly icon: IconName }> = {
  duplicate: { label: 'Duplicate', icon: 'copies' },
  'amount-differs': { label: 'Amount differs', icon: 'notEqual' },
  'date-differs': { label: 'Date differs', icon: 'calendar' },
  'field-differs': { label: 'Field differs', icon: 'field' },
  'partly-open': { label: 'Partly open', icon: 'half' },
  'missing-on-left': { label: 'Missing on left', icon: 'missingLeft' },
  'missing-on-right': { label: 'Missing on right', icon: 'missingRight' },
};

/** Kinds in order of precedence. */
export const KINDS = Object.keys(KIND_WORDS) as BreakKind[];

export const STATUS_WORDS: Record<MatchStatus, { label: string; icon: IconName }> = {
  matched: { label: 'Matched', icon: 'check' },
  suggested: { label: 'Suggested', icon: 'spark' },
};

/** What became of a match that a person answered. */
export const ANSWER_WORDS: Record<DecisionKind, { label: string; icon: IconName }> = {
  accept: { label: 'Accepted', icon: 'check' },
  reject: { label: 'Rejected', icon: 'cross' },
  unmatch: { label: 'Unmatched', icon: 'unlink' },
  'match-by-hand': { label: 'Matched by hand', icon: 'check' },
  comment: { label: 'Commented', icon: 'comment' },
};

/** What somebody proposes, to be read after their name. */
export const PROPOSAL_WORDS: Record<ApprovalKind, string> = {
  'match-by-hand': 'proposes to match',
  unmatch: 'proposes to unmatch',
  accept: 'proposes to accept the match of',
  reject: 'proposes to reject the match of',
  undo: 'proposes to undo what was decided about',
};

/** What became of something proposed. */
export const APPROVAL_WORDS: Record<ApprovalStatus, { label: string; icon: IconName }> = {
  waiting: { label: 'Waits for approval', icon: 'clock' },
  approved: { label: 'Approved', icon: 'check' },
  'sent-back': { label: 'Sent back', icon: 'undo' },
  withdrawn: { label: 'Withdrawn', icon: 'cross' },
  overtaken: { label: 'Overtaken by a later run', icon: 'history' },
};

/** A list that missed what happened while the page was away. */
export const MAYBE_OLD = 'Others may have decided meanwhile';

/** Of something that waits and cannot be approved any more. */
export const CHANGED_MEANWHILE = 'Decided otherwise meanwhile';

export const SIDE_WORDS: Record<Side, string> = { left: 'Left', right: 'Right' };

export const STAGE_WORDS: Record<RunStage, string> = {
  wait: 'Wait',
  load: 'Load',
  read: 'Read',
  match: 'Match',
  classify: 'Find breaks',
  publish: 'Publish',
  end: 'Done',
};

const FIELD_WORDS: Record<string, string> = {
  amount: 'Amount',
  currency: 'Currency',
  date: 'Date',
  time: 'Time',
  reference: 'Reference',
  party: 'Party',
  text: 'Text',
  account: 'Account',
};

/** A field of the user's own keeps its name. */
export function fieldLabel(field: string): string {
  return FIELD_WORDS[field] ?? field;
}

export function breakLabel(number: number): string {
  return `B-${number}`;
}

export function matchLabel(number: number): string {
  return `M-${number}`;
}

/** The roles, the most powerful over people first; what each may do is data of the server. */
export const ROLE_WORDS: Record<RoleName, { readonly label: string; readonly about: string }> = {
  admin: { label: 'Admin', about: 'People, roles, keys and settings' },
  manager: { label: 'Manager', about: 'Reconciliations, rules and approvals' },
  analyst: { label: 'Analyst', about: 'Uploads, runs and decisions' },
  viewer: { label: 'Viewer', about: 'Reads, and exports what can be read' },
  auditor: { label: 'Auditor', about: 'Reads everything, also the history; changes nothing' },
};

export const ROLES = Object.keys(ROLE_WORDS) as RoleName[];
