/** A piece of a value; `same` pieces stand on both sides. */
export interface Piece {
  readonly text: string;
  readonly same: boolean;
}

/** `alike` values share enough for their differences to mean something. */
export interface ValueDiff {
  readonly alike: boolean;
  readonly left: readonly Piece[];
  readonly right: readonly Piece[];
}

/** Beyond this many characters only the common start and end are told apart (time is n × m). */
const CHARACTERS_MAX = 160;

/** Below this share of common characters two values are simply different. */
const ALIKE_SHARE_MIN = 0.4;

/**
 * Marks what differs within two values, character by character and whatever the case (longest
 * common subsequence).
 */
export function diffValues(left: string, right: string): ValueDiff {
  const [one, other] = [[...left], [...right]];
  const [foldedOne, foldedOther] = [one.map(folded), other.map(folded)];
  const start = commonStart(foldedOne, foldedOther);
  const end = commonEnd(foldedOne.slice(start), foldedOther.slice(start));
  const middleLeft = foldedOne.slice(start, one.length - end);
  const middleRight = foldedOther.slice(start, other.length - end);
  const small = middleLeft.length <= CHARACTERS_MAX && middleRight.length <= CHARACTERS_MAX;
  const kept = small ? alignedRuns(middleLeft, middleRight) : { left: [], right: [] };
  const head: boolean[] = Array.from({ length: start }, () => true);
  const tail: boolean[] = Array.from({ length: end }, () => true);
  const common = start + end + kept.left.length;
  return {
    alike: common >= ALIKE_SHARE_MIN * Math.max(one.length, other.length),
    left: pieces(one, [...head, ...marks(middleLeft.length, kept.left), ...tail]),
    right: pieces(other, [...head, ...marks(middleRight.length, kept.right), ...tail]),
  };
}

function folded(character: string): string {
  return character.toLowerCase();
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function commonEnd(one: readonly string[], other: readonly string[]): number {
  return commonStart([...one].reverse(), [...other].reverse());
}

interface Kept {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Positions of the common subsequence, without the single letters that agree only by chance. */
function alignedRuns(one: readonly string[], other: readonly string[]): Kept {
  const lengths = subsequenceLengths(one, other);
  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  const solid = pairs.filter(([left, right], at) => {
    const before = pairs[at - 1];
    const after = pairs[at + 1];
    return (
      (before?.[0] === left - 1 && before[1] === right - 1) ||
      (after?.[0] === left + 1 && after[1] === right + 1)
    );
  });
  return { left: solid.map(([left]) => left), right: solid.map(([, right]) => right) };
}

function subsequenceLengths(one: readonly string[], other: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1));
  for (let i = one.length - 1; i >= 0; i--) {
    const row = lengths[i] as Uint16Array;
    const below = lengths[i + 1] as Uint16Array;
    for (let j = other.length - 1; j >= 0; j--) {
      row[j] =
        one[i] === other[j]
          ? (below[j + 1] as number) + 1
          : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return lengths;
}

function marks(length: number, kept: readonly number[]): boolean[] {
  const all = Array.from({ length }, () => false);
  for (const at of kept) all[at] = true;
  return all;
}

function pieces(characters: readonly string[], same: readonly boolean[]): Piece[] {
  const found: { text: string; same: boolean }[] = [];
  characters.forEach((character, at) => {
    const last = found.at(-1);
    if (last && last.same === same[at]) last.text += character;
    else found.push({ text: character, same: same[at] ?? false });
  });
  return found;
}
