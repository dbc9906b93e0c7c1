import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { Keys } from '../ui/Keys';
import { focusBreakGrid } from './BreakGrid';
import css from './CommentForm.module.css';

interface CommentFormProps {
  readonly onSay: (text: string) => Promise<void>;
  readonly onClose: () => void;
}

const TEXT_MAX = 4000;

/** A comment on the selected break; Ctrl+Enter says it, Escape leaves. */
export function CommentForm({ onSay, onClose }: CommentFormProps) {
  const [text, setText] = useState('');
  const [isSaying, setSaying] = useState(false);
  useEffect(() => focusBreakGrid, []);

  async function say(event?: FormEvent) {
    event?.preventDefault();
    if (isSaying || text.trim() === '') return;
    setSaying(true);
    await onSay(text.trim());
    setSaying(false);
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
        value={text}
        readOnly={isSaying}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void say();
        }}
      />
      <div className={css.foot}>
        <Button type="submit" size="xs" loading={isSaying} rightSection={<Keys of="Ctrl Enter" />}>
          Comment
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
