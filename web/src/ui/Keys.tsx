import css from './Keys.module.css';

/** A key as it is printed: `Ctrl K`, `Enter`. Decorative; the action is named beside it. */
export function Keys({ of }: { readonly of: string }) {
  return (
    <span className={css.keys} aria-hidden="true">
      {of.split(/[ +]/).map((key) => (
        <kbd key={key} className={css.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
