import { type MantineColorScheme, useMantineColorScheme } from '@mantine/core';
import type { IconName } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';

const NEXT: Record<MantineColorScheme, MantineColorScheme> = {
  auto: 'light',
  light: 'dark',
  dark: 'auto',
};
const ICONS: Record<MantineColorScheme, IconName> = { auto: 'auto', light: 'sun', dark: 'moon' };
const WORDS: Record<MantineColorScheme, string> = {
  auto: 'Colours follow the system',
  light: 'Light colours',
  dark: 'Dark colours',
};

/** System, light, dark, and round again. */
export function ThemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <IconButton
      label={`${WORDS[colorScheme]}: change`}
      icon={ICONS[colorScheme]}
      onClick={() => setColorScheme(NEXT[colorScheme])}
    />
  );
}
