import css from './CutName.module.css';

/** As much of the end as tells apart what begins alike, such as `_run_12_evidence.zip`. */
const END_CHARS = 22;

/** A long name cut in its middle: files that begin alike end in what they are. */
export function CutName({ name }: { readonly name: string }) {
  return (
    <span className={css.name} title={name}>
      <span className={css.start}>{name.slice(0, -END_CHARS)}</span>
      <span className={css.end}>{name.slice(-END_CHARS)}</span>
    </span>
  );
}
