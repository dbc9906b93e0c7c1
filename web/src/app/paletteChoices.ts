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

export interface FoundChoices {
  readonly choices: readonly PaletteChoice[];
  /** How many fit, too, and are not among them. */
  readonly more: number;
}

/** Every word typed must stand in the label or the hint, in any order. */
export function filterChoices(all: readonly PaletteChoice[], text: string): FoundChoices {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(({ label, hint = '' }) => {
    const within = `${label} ${hint}`.toLowerCase();
    return words.every((word) => within.includes(word));
  });
  return {
    choices: found.slice(0, CHOICES_MAX),
    more: Math.max(found.length - CHOICES_MAX, 0),
  };
}
