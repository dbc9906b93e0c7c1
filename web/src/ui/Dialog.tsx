import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import css from './Dialog.module.css';
import { useFocusReturn } from './useFocusReturn';

interface DialogProps {
  readonly title: string;
  /** Without it the dialog stays until what it asks is answered. */
  readonly onClose?: () => void;
  /** For what needs a table. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A question over the page; Escape takes it back. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  useFocusReturn();
  return (
    <Modal
      opened
      onClose={onClose ?? (() => undefined)}
      title={title}
      size={wide ? 760 : 480}
      classNames={{ title: css.title ?? '' }}
      withCloseButton={onClose !== undefined}
      closeOnEscape={onClose !== undefined}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      <div className={css.body}>{children}</div>
    </Modal>
  );
}
