import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, client, doneOf } from '../api/client';
import type { PersonDetail } from '../api/types';
import { FormProblem } from '../ui/FormProblem';
import { LinkOnce } from './LinkOnce';
import css from './PersonDialog.module.css';

/** For who forgot the password, or lost the second factor. */
export function PersonHelp({ person }: { readonly person: PersonDetail }) {
  const queryClient = useQueryClient();
  const params = { path: { personId: person.id } };
  const reset = useMutation({
    mutationFn: () => answerOf(client.POST('/api/v1/people/{personId}/password-reset', { params })),
  });
  const remove = useMutation({
    mutationFn: () =>
      doneOf(client.POST('/api/v1/people/{personId}/second-factor/remove', { params })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  return (
    <section className={css.part} aria-label="Help with signing in">
      <div className={css.verbs}>
        <Button
          size="xs"
          variant="default"
          loading={reset.isPending}
          onClick={() => reset.mutate()}
        >
          Link for a new password
        </Button>
        {person.secondFactor && (
          <Button
            size="xs"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            Take the second factor off
          </Button>
        )}
      </div>
      {reset.data && <LinkOnce link={reset.data.link} email={person.email ?? person.name} />}
      {remove.isSuccess && <p role="status">The second factor is off.</p>}
      <FormProblem error={reset.error ?? remove.error} />
    </section>
  );
}
