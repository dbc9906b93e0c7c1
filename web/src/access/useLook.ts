import { useMantineColorScheme } from '@mantine/core';
import { useLayoutEffect } from 'react';
import type { Me, Theme } from '../api/types';
import { writeAs } from '../ui/format';

const SCHEMES = { system: 'auto', light: 'light', dark: 'dark' } as const satisfies Record<
  Theme,
  string
>;

/** Shows the pages as the person wants them; the answer changes when texts have to be rewritten. */
export function useLook(me: Me | null): string {
  const { setColorScheme } = useMantineColorScheme();
  const profile = me?.profile;
  const theme = profile?.theme;
  const density = profile?.density;
  useLayoutEffect(() => {
    if (theme) setColorScheme(SCHEMES[theme]);
  }, [theme, setColorScheme]);
  useLayoutEffect(() => {
    document.documentElement.dataset.density = density ?? 'comfortable';
  }, [density]);
  if (!profile) return '';
  writeAs(profile);
  return `${profile.locale} ${profile.timeZone} ${profile.density}`;
}
