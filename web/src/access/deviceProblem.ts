import { ProblemError } from '../api/problem';

const DETAILS: Readonly<Record<string, string>> = {
  InvalidStateError: 'This device keeps a passkey of yours already. Remove that one first.',
  NotAllowedError:
    'It was turned away, took too long, or the device has no passkey for this place.',
  SecurityError: 'Passkeys do not work at this address. Open the page by its own name.',
};

/** A failure that the browser tells by a name, as a problem with words. */
export function deviceProblem(name: string): ProblemError {
  return new ProblemError({
    type: '/problems/device',
    title: 'The device gave no passkey',
    status: 0,
    detail: `${DETAILS[name] ?? 'The device cannot do it.'} Nothing was changed.`,
    errors: [],
    conflict: null,
    traceId: '',
  });
}
