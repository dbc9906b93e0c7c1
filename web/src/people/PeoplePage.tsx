import { Button } from '@mantine/core';
import { useState } from 'react';
import { answerOf, client } from '../api/client';
import { asProblem } from '../api/problem';
import { usePages } from '../api/usePages';
import { useMay } from '../api/useSession';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { useKeymap } from '../ui/useKeymap';
import { InvitationPanel } from './InvitationPanel';
import { InviteDialog } from './InviteDialog';
import { PeopleTabs } from './PeopleTabs';
import { PersonDialog } from './PersonDialog';
import { PersonRow } from './PersonRow';

/** Who is in the workspace, in which roles, and who is invited. */
export function PeoplePage() {
  const mayChange = useMay('write:people');
  const [inviting, setInviting] = useState(false);
  const [openId, setOpenId] = useState<string | null>(null);
  const people = usePages(['people'], (query) =>
    answerOf(client.GET('/api/v1/people', { params: { query } })),
  );
  useKeymap({ i: () => setInviting(true) }, mayChange);
  const open = people.rows.find(({ id }) => id === openId);
  return (
    <Page
      title="People"
      actions={
        mayChange && (
          <Button
            size="xs"
            leftSection={<Icon name="plus" size={14} />}
            rightSection={<Keys of="i" />}
            onClick={() => setInviting(true)}
          >
            Invite
          </Button>
        )
      }
    >
      <PeopleTabs />
      <Panel title="In this workspace" flush>
        {people.isPending && <Skeleton label="people" />}
        {people.error && (
          <ProblemNotice problem={asProblem(people.error)} onRetry={() => void people.refetch()} />
        )}
        {people.data && (
          <Table
            caption="People by name"
            head={['Name', 'Roles', 'Second factor', 'Signed in', '']}
          >
            {people.rows.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                onOpen={mayChange ? () => setOpenId(person.id) : undefined}
              />
            ))}
          </Table>
        )}
        <More of={people} />
      </Panel>
      {mayChange && <InvitationPanel />}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {open && <PersonDialog key={open.id} person={open} onClose={() => setOpenId(null)} />}
    </Page>
  );
}
