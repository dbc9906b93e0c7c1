import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import type { Problem } from '../api/types';
import { useLive } from '../api/useLive';
import { usePages } from '../api/usePages';
import { forgetApprovals } from '../compare/waits';
import { useCursor } from '../ui/useCursor';

export type QueueName = 'to-check' | 'mine';

/** One queue of approvals, where the cursor is in it, and what is chosen. */
export function useQueue(queue: QueueName) {
  const queryClient = useQueryClient();
  const pages = usePages(['approvals', queue], (query) =>
    answerOf(client.GET('/api/v1/approvals', { params: { query: { ...query, queue } } })),
  );
  const { rows } = pages;
  const [at, setAt] = useState<string>();
  const [chosenIds, setChosenIds] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const refresh = () => {
    setChosenIds([]);
    void forgetApprovals(queryClient);
  };
  useLive((event) => {
    const ended = event.type === 'run-changed' && event.stage === 'end';
    if (event.type === 'approval-changed' || ended) void forgetApprovals(queryClient);
  });
  const row = useCursor(rows, at);
  const index = row ? rows.indexOf(row) : 0;

  async function withdraw(approvalId: string) {
    setProblem(null);
    try {
      const params = { path: { approvalId } };
      await answerOf(client.POST('/api/v1/approvals/{approvalId}/withdraw', { params }));
    } catch (thrown) {
      setProblem(asProblem(thrown));
    }
    refresh();
  }

  return {
    pages,
    rows,
    isPending: pages.isPending,
    error: pages.error,
    data: pages.data,
    problem,
    row,
    chosen: rows.filter(({ id }) => chosenIds.includes(id)),
    select: setAt,
    move: (step: number) => setAt(rows[Math.min(Math.max(index + step, 0), rows.length - 1)]?.id),
    toggle: (id: string) =>
      setChosenIds((now) => (now.includes(id) ? now.filter((each) => each !== id) : [...now, id])),
    withdraw: (id: string) => void withdraw(id),
    refresh,
  };
}

export type QueueState = ReturnType<typeof useQueue>;
