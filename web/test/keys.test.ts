import { expect, test } from 'vitest';
import {
  actionOf,
  belongsToPage,
  belongsToTarget,
  isTyping,
  type KeyPress,
  keyName,
  NO_CHORD,
  nextChord,
} from '../src/ui/keys';

const KNOWN = ['g h', 'g b', 'h', 'j', 'Ctrl+k', 'Space'];

const REST = { defaultPrevented: false, target: null };

function press(key: string, rest: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, ...REST, ...rest };
}

function on(tagName: string): EventTarget {
  return { tagName } as unknown as EventTarget;
}

test('a key is named as it is printed; the command key counts as Ctrl', () => {
  expect(keyName(press('J'))).toBe('j');
  expect(keyName(press(' '))).toBe('Space');
  expect(keyName(press('k', { metaKey: true }))).toBe('Ctrl+k');
  expect(keyName(press('Enter'))).toBe('Enter');
});

test('g then h is one command', () => {
  const first = nextChord(NO_CHORD, 'g', 1000, KNOWN);
  expect(first.name).toBeNull();
  const second = nextChord(first.state, 'h', 1300, KNOWN);
  expect(second).toEqual({ state: NO_CHORD, name: 'g h' });
});

test('h alone is another command than g then h', () => {
  expect(nextChord(NO_CHORD, 'h', 1000, KNOWN).name).toBe('h');
});

test('a chord that waits too long is forgotten', () => {
  const first = nextChord(NO_CHORD, 'g', 1000, KNOWN);
  expect(nextChord(first.state, 'h', 9000, KNOWN).name).toBe('h');
});

test('a key that does not continue a chord stands for itself', () => {
  const first = nextChord(NO_CHORD, 'g', 1000, KNOWN);
  expect(nextChord(first.state, 'j', 1100, KNOWN).name).toBe('j');
});

test('a key that nobody knows is nothing', () => {
  expect(nextChord(NO_CHORD, 'q', 1000, KNOWN)).toEqual({ state: NO_CHORD, name: null });
});

test('letters in a field are text, Ctrl and Escape are not', () => {
  const target = on('INPUT');
  expect(isTyping(press('j', { target }))).toBe(true);
  expect(isTyping(press('k', { target, ctrlKey: true }))).toBe(false);
  expect(isTyping(press('Escape', { target }))).toBe(false);
  expect(isTyping(press('j', { target: on('DIV') }))).toBe(false);
});

test('Enter on a button belongs to the button', () => {
  expect(belongsToTarget(press('Enter', { target: on('BUTTON') }))).toBe(true);
  expect(belongsToTarget(press('Enter', { target: on('DIV') }))).toBe(false);
  expect(belongsToTarget(press('Enter', { target: on('BUTTON'), ctrlKey: true }))).toBe(false);
});

test('what takes back a decision takes back typing in a field', () => {
  const inField = press('z', { ctrlKey: true, target: on('TEXTAREA') });
  expect(belongsToPage(inField, true)).toBe(false);
  expect(belongsToPage(press('z', { ctrlKey: true, target: on('DIV') }), true)).toBe(true);
  expect(belongsToPage(press('Enter', { ctrlKey: true, target: on('TEXTAREA') }), true)).toBe(true);
});

test('switched off letters, keys with Alt and keys that acted before are not for the page', () => {
  expect(belongsToPage(press('u'), false)).toBe(false);
  expect(belongsToPage(press('Enter'), false)).toBe(true);
  expect(belongsToPage(press('u', { altKey: true }), true)).toBe(false);
  expect(belongsToPage(press('u', { defaultPrevented: true }), true)).toBe(false);
});

test('the first keymap that has a key acts, and a key that is held down only moves', () => {
  const done: string[] = [];
  const note = (what: string) => () => void done.push(what);
  const maps = [{ u: note('unmatch') }, { u: note('other'), j: note('next') }];
  actionOf(maps, 'u', false)?.();
  actionOf(maps, 'j', true)?.();
  expect(actionOf(maps, 'u', true)).toBeUndefined();
  expect(actionOf(maps, 'x', false)).toBeUndefined();
  expect(done).toEqual(['unmatch', 'next']);
});
