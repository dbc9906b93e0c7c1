import { answerOf, client, doneOf } from '../api/client';
import type { Run, Side } from '../api/types';
import { uploadTogether } from '../api/upload';

export type RunFiles = Readonly<Record<Side, File | null>>;

export interface RunWish {
  readonly files: RunFiles;
  /** The run whose open entries come first. */
  readonly follows: string | undefined;
}

/** Uploads the files and queues their run; stopped in its middle, it leaves no run behind. */
export async function startRun(rec: string, wish: RunWish, stop: AbortSignal): Promise<Run> {
  const { files, follows } = wish;
  const [left, right] = await uploadTogether([files.left, files.right] as const, stop);
  stop.throwIfAborted();
  const run = await answerOf(
    client.POST('/api/v1/reconciliations/{reconciliationId}/runs', {
      params: { path: { reconciliationId: rec } },
      body: {
        ...(left && { leftFile: left.id }),
        ...(right && { rightFile: right.id }),
        ...(follows && { follows }),
      },
    }),
  );
  if (stop.aborted) await takeBack(run);
  stop.throwIfAborted();
  return run;
}

/** It was queued while somebody cancelled. */
function takeBack({ id }: Run): Promise<void> {
  const params = { path: { runId: id } };
  return doneOf(client.POST('/api/v1/runs/{runId}/cancel', { params }));
}
