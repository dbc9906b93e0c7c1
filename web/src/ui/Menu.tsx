import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import css from './Menu.module.css';

interface MenuProps {
  readonly label: string;
  readonly button: ReactNode;
  /** Links and buttons; each closes the menu when it is taken. */
  readonly children: ReactNode;
}

/** A button with a list below it: arrows move, Escape and leaving close. */
export function Menu({ label, button, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (open) choices(list.current)[0]?.focus();
  }, [open]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
      trigger.current?.focus();
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (!open) setOpen(true);
    move(choices(list.current), step);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are the button's and the list's
    <div
      ref={whole}
      className={css.menu}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (!whole.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={trigger}
        type="button"
        className={css.button}
        aria-label={label}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a choice is its click
        // biome-ignore lint/a11y/noStaticElementInteractions: its choices are what is pressed
        <div
          ref={list}
          id={id}
          className={css.list}
          onClick={(event) => {
            if ((event.target as Element).closest('a, button')) setOpen(false);
          }}
        >
          {children}
        </div>
      )}
    </div>
  );
}

function choices(within: HTMLElement | null): HTMLElement[] {
  const all = within?.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)') ?? [];
  return [...all].filter((each) => each.checkVisibility());
}

function move(all: readonly HTMLElement[], step: number) {
  const at = all.indexOf(document.activeElement as HTMLElement);
  all[(at + step + all.length) % all.length]?.focus();
}
