import { belongsToTarget } from './keys';

/**
 * A key that is held down presses a button once. Else the Enter that ended a dialog would press
 * what has the focus then: mostly the button that opened it.
 */
export function pressOnce(): void {
  window.addEventListener('keydown', (event) => {
    if (event.repeat && belongsToTarget(event)) event.preventDefault();
  });
}
