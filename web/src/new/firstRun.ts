import { answerOf, client } from '../api/client';
import { deliverFile } from '../api/deliver';
import { ProblemError, problemFrom } from '../api/problem';
import type { Delivery, Run, Side, StoredFile } from '../api/types';
import type { FilePair } from './draft';
import type { ChosenSources } from './SourceChoice';
import { withBytes } from './storedFile';

export interface FirstRun {
  readonly name: string;
  readonly rules: string;
  readonly files: FilePair;
  readonly sources: ChosenSources;
}

/** What was made for a run that could not be queued; trying again goes on from there. */
let made = new Map<string, string>();

/** Makes the reconciliation and queues its first run. */
export async function startFirstRun(
  { name, rules, files, sources }: FirstRun,
  { left, right }: Record<Side, StoredFile>,
): Promise<Run> {
  const leftFile = await delivered(sources.left, files.left, left);
  const rightFile = await delivered(sources.right, files.right, right);
  const leftSource = sources.left || null;
  const rightSource = sources.right || null;
  const body = { name, rules, leftSource, rightSource };
  const reconciliationId = await once([body, leftFile, rightFile], async () => {
    return (await answerOf(client.POST('/api/v1/reconciliations', { body }))).id;
  });
  const params = { path: { reconciliationId } };
  const run = await answerOf(
    client.POST('/api/v1/reconciliations/{reconciliationId}/runs', {
      params,
      body: { leftFile, rightFile },
    }),
  );
  made = new Map();
  return run;
}

/** All that the source has delivered with this file; the file itself where it is of no source. */
async function delivered(source: string, file: File | null, stored: StoredFile): Promise<string> {
  if (source === '' || file === null) return stored.id;
  return once(['delivery', source, stored.id], async () => {
    const path = `/api/v1/sources/${source}/deliveries`;
    const delivery = await deliverFile<Delivery>(path, await withBytes(file));
    if (delivery.mergedFileId) return delivery.mergedFileId;
    throw new ProblemError({
      ...problemFrom('', 422),
      title: `The delivery is ${delivery.state}`,
      detail: delivery.reason ?? 'Look at it on the page of the source.',
    });
  });
}

async function once(step: readonly unknown[], act: () => Promise<string>): Promise<string> {
  const name = JSON.stringify(step);
  const id = made.get(name) ?? (await act());
  made.set(name, id);
  return id;
}
