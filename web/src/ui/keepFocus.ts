import type { MouseEvent } from 'react';

/** A button of a bar leaves the focus where the keys of the page are when it is clicked. */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}
