import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api, client } from '../api/client';
import { asProblem } from '../api/problem';
import { useMay } from '../api/useSession';
import { Icon } from '../ui/Icon';
import { ProblemNotice } from '../ui/ProblemNotice';
import css from './RulesDraft.module.css';

interface PutInForceProps {
  readonly rec: string;
  readonly rules: string;
  /** Was this very text tried? */
  readonly isTried: boolean;
  readonly inForce: number;
  readonly runId: string;
}

/** Makes a draft that was tried the rule set in force, and then runs with it. */
export function PutInForce({ rec, rules, isTried, inForce, runId }: PutInForceProps) {
  const mayPublish = useMay('publish:rules');
  const queryClient = useQueryClient();
  const publish = useMutation({
    mutationFn: () =>
      answerOf(
        client.POST('/api/v1/reconciliations/{reconciliationId}/rule-sets', {
          params: { path: { reconciliationId: rec } },
          body: { rules },
        }),
      ),
    onSuccess: () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[1]).startsWith('/api/v1/reconciliations'),
      }),
  });
  if (!mayPublish) {
    return isTried ? <span className="muted">A manager puts it in force.</span> : null;
  }
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<Icon name="check" />}
        disabled={!isTried}
        loading={publish.isPending}
        title={isTried ? undefined : 'Try this very text first'}
        onClick={() => publish.mutate()}
      >
        Make this the rule set in force
      </Button>
      {publish.error && <ProblemNotice problem={asProblem(publish.error)} />}
      {isTried && <RunWith rec={rec} rules={rules} inForce={inForce} runId={runId} />}
    </>
  );
}

interface RunWithProps {
  readonly rec: string;
  readonly rules: string;
  readonly inForce: number;
  readonly runId: string;
}

/** Once the text is in force: a run with it over the lines that it was tried on. */
function RunWith({ rec, rules, inForce, runId }: RunWithProps) {
  const navigate = useNavigate();
  const { data: version } = api.useQuery(
    'get',
    '/api/v1/reconciliations/{reconciliationId}/rule-sets/{version}',
    { params: { path: { reconciliationId: rec, version: inForce } } },
  );
  const { data: run } = api.useQuery('get', '/api/v1/runs/{runId}', {
    params: { path: { runId } },
  });
  const again = useMutation({
    mutationFn: () => {
      const follows = run?.follows;
      return answerOf(
        client.POST('/api/v1/reconciliations/{reconciliationId}/runs', {
          params: { path: { reconciliationId: rec } },
          body: {
            ...(run && follows?.addsLeft !== false && { leftFile: run.leftFile.id }),
            ...(run && follows?.addsRight !== false && { rightFile: run.rightFile.id }),
            ...(follows && { follows: follows.runId }),
          },
        }),
      );
    },
    onSuccess: ({ id }) => navigate({ to: '/r/$rec/runs/$run', params: { rec, run: id } }),
  });
  if (version?.rules !== rules || !run) return null;
  return (
    <span className={css.foot} role="status">
      Version {inForce} is in force.
      {run.ruleSet !== inForce && (
        <Button
          size="sm"
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate()}
        >
          Run with it
        </Button>
      )}
      {again.error && <ProblemNotice problem={asProblem(again.error)} />}
    </span>
  );
}
