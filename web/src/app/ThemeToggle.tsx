import { useMutation } from '@tanstack/react-query';
import { answerOf, client } from '../api/client';
import { session } from '../api/session';
import type { Theme } from '../api/types';
import { useMe } from '../api/useSession';
import type { IconName } from '../ui/Icon';
import { IconButton } from '../ui/IconButton';

const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS: Record<Theme, IconName> = { system: 'auto', light: 'sun', dark: 'moon' };
const WORDS: Record<Theme, string> = {
  system: 'Colours follow the system',
  light: 'Light colours',
  dark: 'Dark colours',
};

/** System, light, dark, and round again; kept with the person. */
export function ThemeToggle() {
  const me = useMe();
  const { theme } = me.profile;
  const change = useMutation({
    mutationFn: (next: Theme) => {
      session.know({ ...me, profile: { ...me.profile, theme: next } });
      return answerOf(client.PATCH('/api/v1/me', { body: { theme: next } }));
    },
    onSettled: (known) => session.know(known ?? me),
  });
  return (
    <IconButton
      label={`${WORDS[theme]}: change`}
      icon={ICONS[theme]}
      onClick={() => change.mutate(NEXT[theme])}
    />
  );
}
