import { expect, test } from 'vitest';
import type { AuditEvent } from '../src/api/types';
import { objectWords } from '../src/audit/words';

function event(details: AuditEvent['details']): AuditEvent {
  return { details, objectId: '01a22513-dea8-7ea4' } as AuditEvent;
}

test('an event is about what it names, then what it numbers, then an id', () => {
  expect(objectWords(event({ name: 'Bank EUR', number: 3 }))).toBe('Bank EUR');
  expect(objectWords(event({ number: 3 }))).toBe('#3');
  expect(objectWords(event({ name: '' }))).toBe('01a22513');
});
