import { type Document, isMap, isSeq, type YAMLMap } from 'yaml';
import type { Side } from '../api/types';

/** Lists of fields that a pass can do without. */
const OPTIONAL_LISTS = ['similar', 'evidence'];
/** Lists of fields without which a pass says nothing any more. */
const REQUIRED_LISTS = ['key', 'fields', 'by'];

/**
 * Passes and comparisons let go of a field that a side has no longer: a comparison goes, lists of
 * fields lose it, and a pass goes that has nothing left to match by.
 */
export function forgetField(document: Document, field: string) {
  const onBoth = isOn(document, field, 'left') && isOn(document, field, 'right');
  if (!onBoth && document.hasIn(['compare', field])) document.deleteIn(['compare', field]);
  const passes = document.get('passes');
  if (!isSeq(passes)) return;
  passes.items = passes.items.filter((pass) => !isMap(pass) || survives(document, pass, field));
}

/** Takes the field out of a pass, and says whether the pass still has what it needs. */
function survives(document: Document, pass: YAMLMap, field: string): boolean {
  const names = [pass.get('find'), pass.get('in')];
  if (names.includes(field) && !isFound(document, names)) return false;
  forgetTime(document, pass, field);
  if (!hasInBlocks(document, pass, field)) pass.delete('blocks');
  for (const list of [...OPTIONAL_LISTS, ...REQUIRED_LISTS]) {
    if (sidesOf(pass, list).every((side) => isOn(document, field, side))) continue;
    if (!without(pass.get(list), field)) continue;
    pass.delete(list);
    if (REQUIRED_LISTS.includes(list)) return false;
  }
  return true;
}

function isOn(document: Document, field: unknown, side: Side): boolean {
  return document.hasIn([side, 'fields', field]);
}

/** One side has what is looked for, and the other the text that it may stand in. */
function isFound(document: Document, [find, text]: readonly unknown[]): boolean {
  const reads = (one: Side, other: Side) =>
    isOn(document, find, one) && isOn(document, text, other);
  return reads('left', 'right') || reads('right', 'left');
}

/** Which sides have to have the fields of a list: a batch or reversals are of one side alone. */
function sidesOf(pass: YAMLMap, list: string): readonly Side[] {
  const kind = pass.get('kind');
  const one = kind === 'contra' ? pass.get('side') : list === 'by' ? pass.get('of') : null;
  return one === 'left' || one === 'right' ? [one] : ['left', 'right'];
}

/** Is a list empty now that it has lost the field? */
function without(list: unknown, field: string): boolean {
  if (!isSeq(list)) return false;
  const before = list.items.length;
  list.items = list.items.filter((name) => String(name) !== field);
  return before > 0 && list.items.length === 0;
}

/** Seconds need a date and a time on both sides; what is near in days is then all that is left. */
function forgetTime(document: Document, pass: YAMLMap, field: string) {
  const missing = !isOn(document, field, 'left') || !isOn(document, field, 'right');
  if (!['date', 'time'].includes(field) || !missing || !pass.has('seconds')) return;
  pass.delete('seconds');
  pass.set('days', 1);
}

/** Takes the field out of each block; are there blocks left? */
function hasInBlocks(document: Document, pass: YAMLMap, field: string): boolean {
  const blocks = pass.get('blocks');
  if (!isSeq(blocks)) return true;
  if (isOn(document, field, 'left') && isOn(document, field, 'right')) return true;
  blocks.items = blocks.items.filter((block) => !without(block, field));
  return blocks.items.length > 0;
}
