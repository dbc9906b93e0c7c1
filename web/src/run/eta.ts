/** How far a run was at a moment. */
export interface ProgressSample {
  readonly atMillis: number;
  readonly progress: number;
}

const STABLE_MILLIS = 2000;
const WINDOW_MILLIS = 6000;
/** The pace of the first and of the second half of the window may differ by this factor. */
const PACE_FACTOR_MAX = 1.6;

/** Keeps the samples of the last seconds; progress that falls back starts again. */
export function withSample(
  samples: readonly ProgressSample[],
  sample: ProgressSample,
): ProgressSample[] {
  const last = samples.at(-1);
  if (last && sample.progress < last.progress) return [sample];
  const recent = samples.filter(({ atMillis }) => sample.atMillis - atMillis <= WINDOW_MILLIS);
  return [...recent, sample];
}

/** Seconds left, or null while the pace has not been stable for two seconds. */
export function secondsLeft(samples: readonly ProgressSample[]): number | null {
  const first = samples[0];
  const last = samples.at(-1);
  if (!first || !last || last.atMillis - first.atMillis < STABLE_MILLIS) return null;
  const middle = samples[Math.floor(samples.length / 2)] ?? last;
  const paces = [pace(first, middle), pace(middle, last)];
  const [slow, fast] = [Math.min(...paces), Math.max(...paces)];
  if (slow <= 0 || fast / slow > PACE_FACTOR_MAX) return null;
  return (1 - last.progress) / pace(first, last) / 1000;
}

function pace(from: ProgressSample, to: ProgressSample): number {
  const millis = to.atMillis - from.atMillis;
  return millis <= 0 ? 0 : (to.progress - from.progress) / millis;
}
