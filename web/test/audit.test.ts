import { expect, test } from 'vitest';
import type { AuditEvent } from '../src/api/types';
import { detailPairs, objectWords } from '../src/audit/words';

function event(name: string | null, details: AuditEvent['details'], objectId = ID): AuditEvent {
  const object = { name, reconciliation: null, reconciliationId: null };
  return { object, details, objectId } as AuditEvent;
}

const ID = '01a22513-dea8-7ea4-8000-00000000dead';

test('an event is about what is called so, whatever numbers its details have', () => {
  expect(objectWords(event('run #1', { number: 2 }))).toBe('run #1');
  expect(objectWords(event('Bank', { number: 4, file: 'sep.csv' }))).toBe('Bank');
  expect(objectWords(event(null, { number: 3 }))).toBe('01a22513');
  expect(objectWords(event(null, {}, 'analyst'))).toBe('analyst');
});

test('breaks and matches are called by the numbers that people quote', () => {
  const pairs = detailPairs({ breaks: [`${ID}.5`, `${ID}.12`], match: `${ID}.7`, note: 'v1.2' });
  expect(pairs).toEqual([
    ['breaks', 'B-5, B-12'],
    ['match', 'M-7'],
    ['note', 'v1.2'],
  ]);
});
