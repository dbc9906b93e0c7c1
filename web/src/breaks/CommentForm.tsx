import { Button } from '@mantine/core';
import { type FormEvent, useEffect } from 'react';
import { Keys } from '../ui/Keys';
import { focusBreakGrid } from './BreakGrid';
import css from './CommentForm.module.css';
import type { CommentDraft } from './commentDrafts';

interface CommentFormProps {
  readonly draft: CommentDraft | undefined;
  readonly onText: (text: string) => void;
  readonly onSay: () => void;
  /** Leaves the text for later. */
  readonly onLeave: () => void;
  readonly onCancel: () => void;
}

const TEXT_MAX = 4000;

/** A comment on the selected break; Ctrl+Enter says it, Escape leaves it for later. */
export function CommentForm({ draft, onText, onSay, onLeave, onCancel }: CommentFormProps) {
  const isSaving = draft?.isSaving ?? false;
  useEffect(() => focusBreakGrid, []);

  function say(event: FormEvent) {
    event.preventDefault();
    onSay();
  }

  return (
    <form className={css.form} onSubmit={say}>
      <textarea
        className={css.text}
        aria-label="Comment"
        rows={3}
        maxLength={TEXT_MAX}
        // biome-ignore lint/a11y/noAutofocus: the person asked for this field with c
        autoFocus
        value={draft?.text ?? ''}
        readOnly={isSaving}
        onChange={(event) => onText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onLeave();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSay();
        }}
      />
      <div className={css.foot}>
        <Button type="submit" size="xs" loading={isSaving} rightSection={<Keys of="Ctrl Enter" />}>
          Comment
        </Button>
        <Button size="xs" variant="default" disabled={isSaving} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
