import { useMutation } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import { useMay } from '../api/useSession';
import { useShownRun } from '../reconciliation/useShownRun';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import css from './CandidateListView.module.css';

/** Tries a changed rule set on the lines of the run, and shows what else it would change. */
export function TryChange({ rules }: { readonly rules: string }) {
  const { rec } = useParams({ from: '/r/$rec/breaks' });
  const { run } = useSearch({ from: '/r/$rec/breaks' });
  const { runId } = useShownRun(rec, run);
  const mayTry = useMay('run:reconciliations');
  const navigate = useNavigate();
  const attempt = useMutation({
    mutationFn: (wanted: string) =>
      answerOf(
        client.POST('/api/v1/reconciliations/{reconciliationId}/comparisons', {
          params: { path: { reconciliationId: rec } },
          body: { runId: wanted, rules },
        }),
      ),
    onSuccess: ({ id }) =>
      navigate({ to: '/r/$rec/rules', params: { rec }, search: { comparison: id } }),
  });
  if (!mayTry || !runId) return null;
  return (
    <>
      <button
        type="button"
        className={css.attempt}
        disabled={attempt.isPending}
        onClick={() => attempt.mutate(runId)}
      >
        <Icon name="spark" size={14} /> Try it
      </button>
      {attempt.error && <ProblemNotice problem={asProblem(attempt.error)} />}
    </>
  );
}
