import type { RoleName } from '../api/types';
import { CheckList } from '../ui/CheckList';
import { ROLE_WORDS, ROLES } from '../ui/vocabulary';

interface RoleChoiceProps {
  readonly chosen: readonly RoleName[];
  readonly onChosen: (roles: RoleName[]) => void;
}

const OPTIONS = ROLES.map((role) => ({
  value: role,
  label: ROLE_WORDS[role].label,
  hint: ROLE_WORDS[role].about,
}));

/** The roles of a person; what they may do adds up. */
export function RoleChoice({ chosen, onChosen }: RoleChoiceProps) {
  return (
    <CheckList
      legend="Roles"
      options={OPTIONS}
      chosen={chosen}
      onChosen={(roles) => onChosen(roles as RoleName[])}
    />
  );
}
