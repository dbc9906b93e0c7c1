import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { asProblem } from '../api/problem';
import { useLive } from '../api/useLive';
import { useReconciliations } from '../api/useReconciliations';
import { useMayStart } from '../api/useSession';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { Page } from '../ui/Page';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { useKeymap } from '../ui/useKeymap';
import { FirstReconciliation } from './FirstReconciliation';
import css from './HomePage.module.css';
import { HomeTotals } from './HomeTotals';
import { NothingHere } from './NothingHere';
import { byOpenValue } from './order';
import { ReconciliationTable } from './ReconciliationTable';
import { WaitingForMe } from './WaitingForMe';

/** What needs me: every reconciliation, the most open value first. */
export function HomePage() {
  const navigate = useNavigate();
  const { data, error, isPending, readAgain } = useReconciliations();
  useLive((event) => {
    if (event.type === 'run-changed' && event.stage !== 'end') return;
    readAgain();
  });
  const mayStart = useMayStart();
  useKeymap({ n: () => void navigate({ to: '/new' }) }, mayStart);

  if (data?.length === 0) return mayStart ? <FirstReconciliation /> : <NothingHere />;
  return (
    <Page
      title="Reconciliations"
      actions={
        mayStart && (
          <Button
            size="xs"
            leftSection={<Icon name="plus" size={14} />}
            rightSection={<Keys of="n" />}
            renderRoot={(props) => <Link to="/new" {...props} />}
          >
            New reconciliation
          </Button>
        )
      }
    >
      {isPending && <Skeleton label="reconciliations" />}
      {error && <ProblemNotice problem={asProblem(error)} onRetry={readAgain} />}
      {data && (
        <>
          <WaitingForMe />
          <HomeTotals reconciliations={data} />
          <ReconciliationTable reconciliations={byOpenValue(data)} />
          <p className={css.foot}>
            The greatest open value first · j k move · Enter opens{mayStart && ' · n new'}
          </p>
        </>
      )}
    </Page>
  );
}
