import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, client } from '../api/client';
import { asProblem } from '../api/problem';
import { useMay } from '../api/useSession';
import { FormProblem } from '../ui/FormProblem';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { PeopleTabs } from './PeopleTabs';
import { RoleMatrix } from './RoleMatrix';
import css from './RolesPage.module.css';
import { changedRoles, type Draft } from './roleDraft';

/** What each role may do, as a table; who may change it, changes it here. */
export function RolesPage() {
  const mayChange = useMay('write:roles');
  const [draft, setDraft] = useState<Draft>({});
  const { data, error, isPending, refetch } = api.useQuery('get', '/api/v1/roles');
  const changed = data ? changedRoles(data.roles, draft) : [];
  const save = useMutation({
    mutationFn: async () => {
      for (const role of changed) await putRole(role);
    },
    onError: () => refetch(),
    onSuccess: async () => {
      await refetch();
      setDraft({});
    },
  });
  const discard = () => {
    setDraft({});
    save.reset();
  };
  return (
    <Page
      title="Roles"
      lead="What each role may do. A person with several roles may do what any of them may."
      actions={
        changed.length > 0 && (
          <>
            <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
              Save
            </Button>
            <Button size="xs" variant="default" onClick={discard}>
              Discard
            </Button>
          </>
        )
      }
    >
      <PeopleTabs />
      <FormProblem error={save.error} />
      <Panel title="Permissions" flush>
        {isPending && <Skeleton label="the roles" />}
        {error && <ProblemNotice problem={asProblem(error)} onRetry={() => void refetch()} />}
        {data && (
          <RoleMatrix roles={data} draft={draft} onDraft={mayChange ? setDraft : undefined} />
        )}
      </Panel>
      {changed.length > 0 && (
        <p className={css.note} role="status">
          Not saved yet. Once saved, it acts at once for everybody with the role.
        </p>
      )}
    </Page>
  );
}

/** Changes a role as it was read; somebody else's change in between is told, not lost. */
function putRole({ name, permissions, version }: ReturnType<typeof changedRoles>[number]) {
  return answerOf(
    client.PUT('/api/v1/roles/{role}', {
      params: { path: { role: name }, header: { 'If-Match': `"${version}"` } },
      body: { permissions },
    }),
  );
}
