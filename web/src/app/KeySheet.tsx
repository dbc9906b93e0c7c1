import { Modal } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { Keys } from '../ui/Keys';
import { KEY_SHEET } from '../ui/keySheet';
import { letterKeysAct, onLetterKeys, switchLetterKeys } from '../ui/letterKeys';
import { useFocusReturn } from '../ui/useFocusReturn';
import css from './KeySheet.module.css';

/** Every key of every page. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  useFocusReturn();
  const lettersAct = useSyncExternalStore(onLetterKeys, letterKeysAct);
  return (
    <Modal
      opened
      onClose={onClose}
      title="Keys"
      size="xl"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      <div className={css.sheet}>
        {KEY_SHEET.map(({ where, keys }) => (
          <section key={where} aria-label={where}>
            <h3 className={css.where}>{where}</h3>
            <dl>
              {keys.map(([key, action]) => (
                <div key={key} className={css.line}>
                  <dt>
                    <Keys of={key} />
                    <span className="only-read-aloud">{key}</span>
                  </dt>
                  <dd>{action}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={css.switch}>
        <input
          type="checkbox"
          checked={lettersAct}
          onChange={(event) => switchLetterKeys(event.currentTarget.checked)}
        />
        Single letters are commands
      </label>
    </Modal>
  );
}
