import { Button } from '@mantine/core';
import { Icon } from '../ui/Icon';
import css from './RulesDraft.module.css';
import type { RulesDraftState } from './useDraft';

/** Says that what is shown is a draft, or that another one was left, and what to do about it. */
export function DraftNotice({ draft }: { readonly draft: RulesDraftState }) {
  if (!draft.isChanged && !draft.hasOther) return null;
  return (
    <div className={css.notice} role="status">
      <Icon name="clock" size={14} />
      {draft.isChanged ? (
        <>
          <span>Your draft. It is kept in this tab until it is in force.</span>
          <Verb name="Discard it" onClick={draft.discard} />
        </>
      ) : (
        <span>You left another draft of these rules.</span>
      )}
      {draft.hasOther && (
        <>
          <Verb name="Go on with the other draft" onClick={draft.takeOther} />
          <Verb name="Discard the other draft" onClick={draft.discardOther} />
        </>
      )}
    </div>
  );
}

function Verb({ name, onClick }: { readonly name: string; readonly onClick: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {name}
    </Button>
  );
}
