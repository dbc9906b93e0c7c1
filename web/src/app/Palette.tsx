import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useReconciliations } from '../api/useReconciliations';
import { useMe } from '../api/useSession';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { useFocusReturn } from '../ui/useFocusReturn';
import css from './Palette.module.css';
import { filterChoices, type PaletteChoice } from './paletteChoices';
import { placesOf } from './places';

interface PaletteProps {
  readonly onClose: () => void;
  readonly onKeys: () => void;
}

/** Ctrl+K: objects and actions, found by typing, taken by Enter. */
export function Palette({ onClose, onKeys }: PaletteProps) {
  useFocusReturn();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { choices, more } = filterChoices(useChoices(onKeys), text);
  const current = Math.min(at, choices.length - 1);

  function take(choice: PaletteChoice | undefined) {
    if (!choice) return;
    onClose();
    choice.run();
  }

  function onKeyDown(event: React.KeyboardEvent) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + choices.length) % Math.max(choices.length, 1));
    }
    if (event.key === 'Enter') take(choices[current]);
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12vh"
      aria-label="Search or jump"
      transitionProps={{ duration: 0 }}
    >
      <input
        className={css.input}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-choices"
        aria-activedescendant={choices[current] ? `palette-${current}` : undefined}
        aria-label="Search reconciliations and actions"
        placeholder="Search reconciliations and actions"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette-choices" role="listbox" aria-label="Choices" className={css.choices}>
        {choices.map((choice, index) => (
          <div
            key={choice.id}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={css.choice}
            onClick={() => take(choice)}
          >
            <Icon name={choice.icon} />
            <span className={css.label}>{choice.label}</span>
            {choice.keys ? <Keys of={choice.keys} /> : <span className="muted">{choice.hint}</span>}
          </div>
        ))}
      </div>
      {more > 0 && (
        <p className={css.none}>{formatCount(more)} more: type what is in their name.</p>
      )}
      {choices.length === 0 && <p className={css.none}>Nothing has “{text}” in its name.</p>}
    </Modal>
  );
}

function useChoices(onKeys: () => void): PaletteChoice[] {
  const navigate = useNavigate();
  const me = useMe();
  const { data = [] } = useReconciliations();
  const objects = data.flatMap(({ id, name }): PaletteChoice[] => [
    {
      id: `breaks-${id}`,
      label: name,
      hint: 'Breaks',
      icon: 'rows',
      run: () => void navigate({ to: '/r/$rec/breaks', params: { rec: id } }),
    },
    {
      id: `matches-${id}`,
      label: name,
      hint: 'Matches',
      icon: 'check',
      run: () => void navigate({ to: '/r/$rec/matches', params: { rec: id } }),
    },
  ]);
  const places = placesOf(me.permissions).map(({ to, label, icon, keys }): PaletteChoice => {
    return { id: to, label, icon, keys, run: () => void navigate({ to }) };
  });
  const fresh: PaletteChoice = {
    id: 'new',
    label: 'New reconciliation',
    keys: 'n',
    icon: 'plus',
    run: () => void navigate({ to: '/new' }),
  };
  return [
    ...(me.permissions.includes('write:reconciliations') ? [fresh] : []),
    ...places,
    { id: 'keys', label: 'Keys', keys: '?', icon: 'keyboard', run: onKeys },
    ...objects,
  ];
}
