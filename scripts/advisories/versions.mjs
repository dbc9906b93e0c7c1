// The order of versions, as Maven and npm have it: below 0, 0 or above 0.

const QUALIFIERS = ['alpha', 'beta', 'milestone', 'rc', 'snapshot', '', 'sp'];
const SAME = { cr: 'rc', final: '', ga: '', release: '' };
const SHORT = { a: 'alpha', b: 'beta', m: 'milestone' };

// Maven's version order: tokens with the separator before each; a change between digits and letters
// separates like a hyphen.
function tokens(version) {
  const found = [];
  let separator = '.';
  const parts = version.toLowerCase().split(/([.\-_])/);
  for (let at = 0; at < parts.length; at += 2) {
    const runs = parts[at].match(/\d+|[^\d]+/g) ?? ['0'];
    runs.forEach((run, place) => {
      const isNumber = /^\d/.test(run);
      const beforeNumber = !isNumber && /^\d/.test(runs[place + 1] ?? '');
      const word = (beforeNumber && SHORT[run]) || (SAME[run] ?? run);
      const value = isNumber ? BigInt(run) : word;
      found.push({ separator: place > 0 ? '-' : separator, isNumber, value });
    });
    separator = parts[at + 1] === '.' ? '.' : '-';
  }
  return trimmed(found);
}

const isNull = (token) => (token.isNumber ? token.value === 0n : token.value === '');

// Nothings before a hyphen and at the end say nothing: 1.0.0-rc is 1-rc.
function trimmed(found) {
  const kept = [...found];
  for (let end = kept.length; end > 0; end--) {
    if (end === kept.length || kept[end].separator === '-') {
      let from = end;
      while (from > 0 && isNull(kept[from - 1])) from--;
      kept.splice(from, end - from);
      end = Math.min(end, from + 1);
    }
  }
  return kept;
}

function qualifierRank(word) {
  const rank = QUALIFIERS.indexOf(word);
  return rank < 0 ? QUALIFIERS.length : rank;
}

function compareTokens(left, right) {
  if (left.isNumber !== right.isNumber) return left.isNumber ? 1 : -1;
  if (left.isNumber) {
    if (left.separator !== right.separator) return left.separator === '.' ? 1 : -1;
    return left.value < right.value ? -1 : Number(left.value > right.value);
  }
  const ranks = qualifierRank(left.value) - qualifierRank(right.value);
  if (ranks !== 0) return ranks;
  return left.value < right.value ? -1 : Number(left.value > right.value);
}

// What a version that is shorter has in the place of this token.
function padding(token) {
  return token.isNumber
    ? { separator: token.separator, isNumber: true, value: 0n }
    : { separator: token.separator, isNumber: false, value: '' };
}

export function compareMaven(one, other) {
  const left = tokens(one);
  const right = tokens(other);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const mine = left[at] ?? padding(right[at]);
    const its = right[at] ?? padding(left[at]);
    const order = compareTokens(mine, its);
    if (order !== 0) return order;
  }
  return 0;
}

// Semantic Versioning 2.0.0, section 11.
export function compareNpm(one, other) {
  const [left, right] = [one, other].map((version) => {
    const [core, ...rest] = version.replace(/^v/, '').split('+')[0].split('-');
    const numbers = core.split('.').map((number) => BigInt(number || 0));
    return { numbers, before: rest.length > 0 ? rest.join('-').split('.') : [] };
  });
  for (let at = 0; at < 3; at++) {
    const [mine, its] = [left.numbers[at] ?? 0n, right.numbers[at] ?? 0n];
    if (mine !== its) return mine < its ? -1 : 1;
  }
  if (left.before.length === 0 || right.before.length === 0) {
    return Number(right.before.length > 0) - Number(left.before.length > 0);
  }
  for (let at = 0; at < Math.max(left.before.length, right.before.length); at++) {
    const order = compareIdentifiers(left.before[at], right.before[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function compareIdentifiers(mine, its) {
  if (mine === undefined || its === undefined) return mine === undefined ? -1 : 1;
  const [isNumber, isItsNumber] = [mine, its].map((text) => /^\d+$/.test(text));
  if (isNumber !== isItsNumber) return isNumber ? -1 : 1;
  if (isNumber) return BigInt(mine) < BigInt(its) ? -1 : Number(BigInt(mine) > BigInt(its));
  return mine < its ? -1 : Number(mine > its);
}
