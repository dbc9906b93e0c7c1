import { Field } from '../ui/Field';

interface CodeFieldProps {
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly autoFocus?: boolean;
  readonly required?: boolean;
  readonly hint?: string;
}

/** Six digits from an app, or a recovery code. */
export function CodeField({ value, onText, autoFocus, required = true, hint }: CodeFieldProps) {
  return (
    <Field
      label="Code"
      autoComplete="one-time-code"
      inputMode="text"
      spellCheck={false}
      autoCapitalize="none"
      autoFocus={autoFocus ?? false}
      required={required}
      minLength={6}
      maxLength={40}
      value={value}
      onText={(text) => onText(text.trim())}
      {...(hint && { hint })}
    />
  );
}
