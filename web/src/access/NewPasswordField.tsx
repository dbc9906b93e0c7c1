import { Field } from '../ui/Field';

interface NewPasswordFieldProps {
  readonly label?: string;
  readonly value: string;
  readonly onText: (text: string) => void;
}

const CHARS_MIN = 8;
const CHARS_MAX = 128;
const CHARS_GOOD = 15;

/** A password to choose: length is what counts; what everybody uses is refused by the server. */
export function NewPasswordField({ label = 'Password', value, onText }: NewPasswordFieldProps) {
  return (
    <Field
      label={label}
      type="password"
      autoComplete="new-password"
      required
      minLength={CHARS_MIN}
      maxLength={CHARS_MAX}
      value={value}
      onText={onText}
      hint={
        value.length >= CHARS_GOOD
          ? `${value.length} characters: good.`
          : `At least ${CHARS_MIN} characters; ${CHARS_GOOD} or more are better. Spaces are fine.`
      }
    />
  );
}
