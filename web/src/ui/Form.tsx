import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import css from './Form.module.css';
import { FormProblem } from './FormProblem';

interface FormProps {
  readonly verb: string;
  readonly onSubmit: () => void;
  readonly isPending: boolean;
  readonly error?: unknown;
  readonly fields?: Readonly<Record<string, string>>;
  readonly disabled?: boolean;
  /** Full width, as on the pages before the door. */
  readonly wide?: boolean;
  readonly onCancel?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** Fields, what was wrong with them, and the verb; Enter in a field is the verb, too. */
export function Form(props: FormProps) {
  const { verb, onSubmit, isPending, error, fields, disabled, wide, onCancel, children } = props;

  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusFirst(form.current), []);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isPending && !disabled) onSubmit();
  }

  return (
    <form ref={form} className={css.form} onSubmit={submit} aria-busy={isPending}>
      {children}
      <FormProblem error={error} {...(fields && { fields })} />
      <div className={css.foot}>
        <Button
          type="submit"
          size="sm"
          fullWidth={wide ?? false}
          loading={isPending}
          disabled={disabled ?? false}
        >
          {verb}
        </Button>
        {onCancel && (
          <Button size="sm" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

/** What a dialog had to wait for takes the focus from the button that closes it. */
function focusFirst(form: HTMLFormElement | null): void {
  if (!form?.closest('[role="dialog"]') || form.contains(document.activeElement)) return;
  form
    .querySelector<HTMLElement>('input:checked, input:not([type="radio"]), select, textarea')
    ?.focus();
}
