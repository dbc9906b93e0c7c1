import type { IconName } from '../ui/Icon';

export interface PaletteChoice {
  readonly id: string;
  readonly label: string;
  readonly icon: IconName;
  readonly hint?: string;
  readonly keys?: string;
  readonly run: () => void;
}

const CHOICES_MAX = 12;

/** Every word typed must stand in the label or the hint, in any order. */
export function filterChoices(choices: readonly PaletteChoice[], text: string): PaletteChoice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return choices
    .filter(({ label, hint = '' }) => {
      const within = `${label} ${hint}`.toLowerCase();
      return words.every((word) => within.includes(word));
    })
    .slice(0, CHOICES_MAX);
}
