import { expect, test } from 'vitest';
import { Calls } from '../src/compare/calls';
import { OneAtATime } from '../src/compare/oneAtATime';
import { OwnDecisions } from '../src/compare/ownDecisions';

/** A decision of this page, whose answer comes when it is told to. */
function decide(calls: Calls, own: OwnDecisions, decisionId: string) {
  let answer = () => {};
  const sent = new Promise<void>((done) => {
    answer = done;
  });
  const done = calls.known(sent.then(() => own.keep({ decisionId, status: 'active' })));
  return { answer, done };
}

test('what others decide while a call is under way is heard once it has ended', async () => {
  const calls = new Calls();
  const own = new OwnDecisions(calls);
  const heard: string[] = [];
  const mine = decide(calls, own, 'mine');
  for (const decisionId of ['theirs', 'mine', 'others']) {
    own.ifElsewhere({ decisionId, status: 'active' }, () => heard.push(decisionId));
  }
  await new Promise((next) => setImmediate(next));
  expect(heard).toEqual([]);

  mine.answer();
  await calls.afterAll(() => mine.done);

  expect(heard).toEqual(['theirs', 'others']);
});

test('a call that fails keeps nobody from hearing', async () => {
  const calls = new Calls();
  const own = new OwnDecisions(calls);
  const heard: string[] = [];
  const failed = calls.known(Promise.reject(new Error('refused')));
  own.ifElsewhere({ decisionId: 'theirs', status: 'active' }, () => heard.push('theirs'));

  await expect(failed).rejects.toThrow('refused');
  await calls.afterAll(() => Promise.resolve());

  expect(heard).toEqual(['theirs']);
});

test('an own decision that another tab takes back is heard', async () => {
  const calls = new Calls();
  const own = new OwnDecisions(calls);
  own.keep({ decisionId: 'mine', status: 'active' });
  const heard: string[] = [];
  own.ifElsewhere({ decisionId: 'mine', status: 'active' }, () => heard.push('made'));
  own.ifElsewhere({ decisionId: 'mine', status: 'undone' }, () => heard.push('undone'));
  await calls.afterAll(() => Promise.resolve());

  expect(heard).toEqual(['undone']);
});

test('a second key on a row that is being answered is nothing', async () => {
  const once = new OneAtATime();
  const calls: string[] = [];
  let answer = (_isDone: boolean) => {};
  const first = once.run('a', () => {
    calls.push('first');
    return new Promise((done) => {
      answer = done;
    });
  });
  const post = (name: string) => async () => calls.push(name) > 0;
  expect(await once.run('a', post('second'))).toBe(false);
  expect(await once.run('b', post('other row'))).toBe(true);
  answer(true);
  expect(await first).toBe(true);
  expect(await once.run('a', post('later'))).toBe(true);
  expect(calls).toEqual(['first', 'other row', 'later']);
});
