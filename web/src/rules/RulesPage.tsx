import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import { ReconciliationBar } from '../reconciliation/ReconciliationBar';
import { EmptyState } from '../ui/EmptyState';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { ComparisonView } from './ComparisonView';
import { RulesDraft } from './RulesDraft';
import { useComparison } from './useComparison';

/** The rule set in force, a draft of the next one, and what the draft would change. */
export function RulesPage() {
  const { rec } = useParams({ from: '/r/$rec/rules' });
  const { comparison: shown } = useSearch({ from: '/r/$rec/rules' });
  const navigate = useNavigate({ from: '/r/$rec/rules' });
  const { data, error, refetch } = api.useQuery(
    'get',
    '/api/v1/reconciliations/{reconciliationId}',
    { params: { path: { reconciliationId: rec } } },
    { refetchOnMount: 'always' },
  );
  const comparison = useComparison(shown);
  const run = data?.resultRun;

  return (
    <>
      <ReconciliationBar rec={rec} run={undefined} />
      <Page title="Rules" lead={data && `Version ${data.ruleSet} is in force.`}>
        {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
        {comparison.error && <ProblemNotice problem={asProblem(comparison.error)} />}
        {!data && !error && <Skeleton label="the rules" />}
        {data && !run && (
          <EmptyState
            icon="clock"
            title="No result yet"
            text="Rules are tried on the lines of a run; the first one has not ended."
          />
        )}
        {data && run && (!shown || comparison.data) && (
          <RulesDraft
            key={`${data.ruleSet} ${shown ?? ''}`}
            rec={rec}
            inForce={data.ruleSet}
            runId={run.runId}
            tried={comparison.data}
            onTried={(id) => void navigate({ search: { comparison: id } })}
          />
        )}
        {comparison.data && <ComparisonView comparison={comparison.data} />}
      </Page>
    </>
  );
}
