import type { BreakKind, BreakSort, BreakStatus, Side } from '../api/types';
import { isYes } from '../ui/searchFlag';
import { KINDS } from '../ui/vocabulary';

/** All of the workbench's view state: it lives in the URL. */
export interface BreakSearch {
  readonly run?: string | undefined;
  readonly kind?: readonly BreakKind[] | undefined;
  readonly status?: BreakStatus | 'all' | undefined;
  readonly side?: Side | undefined;
  readonly currency?: readonly string[] | undefined;
  readonly text?: string | undefined;
  readonly waiting?: true | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly sort?: BreakSort | undefined;
  readonly sel?: string | undefined;
  readonly cand?: number | undefined;
}

const STATUSES = ['open', 'resolved', 'all'] as const;
const SIDES = ['left', 'right'] as const;
const SORTS = ['-value', 'value', 'date', '-date', 'kind', 'id'] as const;
const CANDIDATES_MAX = 5;
const DECIMAL = /^\d{1,15}(\.\d{1,9})?$/;

/** Reads what a URL says; what it says wrongly is left out. */
export function readBreakSearch(said: Record<string, unknown>): BreakSearch {
  const cand = Number(said.cand);
  return defined({
    run: text(said.run),
    kind: some(list(said.kind).filter((each): each is BreakKind => within(KINDS, each))),
    status: STATUSES.find((each) => each === said.status),
    side: SIDES.find((each) => each === said.side),
    currency: some(list(said.currency)),
    text: text(said.text),
    waiting: isYes(said.waiting) ? true : undefined,
    min: decimal(said.min),
    max: decimal(said.max),
    sort: SORTS.find((each) => each === said.sort),
    sel: text(said.sel),
    cand: Number.isInteger(cand) && cand >= 1 && cand <= CANDIDATES_MAX ? cand : undefined,
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(values: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Can a value be bounded by it? */
export function isBound(text: string): boolean {
  return DECIMAL.test(text);
}

function decimal(value: unknown): string | undefined {
  return typeof value === 'string' && isBound(value) ? value : undefined;
}

function list(value: unknown): string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string');
}

function some<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

function within(all: readonly string[], value: string): boolean {
  return all.includes(value);
}

/** The filters as the server takes them. */
export function filterQuery(search: BreakSearch) {
  const status = search.status ?? 'open';
  return {
    ...(search.kind && { kind: [...search.kind] }),
    ...(status !== 'all' && { status }),
    ...(search.side && { side: search.side }),
    ...(search.currency && { currency: [...search.currency] }),
    ...(search.text && { text: search.text }),
    ...(search.waiting && { waiting: true }),
    ...(search.min && { minValue: search.min }),
    ...(search.max && { maxValue: search.max }),
  };
}

/** How many filters narrow the list beyond open breaks. */
export function isFiltered(search: BreakSearch): boolean {
  const { kind, side, currency, text, waiting, min, max, status } = search;
  return Boolean(
    kind || side || currency || text || waiting || min || max || status === 'resolved',
  );
}

/** The order where the URL says none: the greatest value first, where there are values. */
export function firstSort(hasAmounts: boolean): BreakSort {
  return hasAmounts ? '-value' : 'id';
}
