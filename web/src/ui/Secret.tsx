import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon';
import css from './Secret.module.css';

interface SecretProps {
  readonly label: string;
  readonly text: string;
}

/** Something that is shown once, to be taken away. */
export function Secret({ label, text }: SecretProps) {
  const [copied, setCopied] = useState(false);
  const shown = useRef<HTMLTextAreaElement>(null);
  useEffect(() => shown.current?.focus(), []);

  async function copy() {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  }

  return (
    <div className={css.secret}>
      <textarea
        ref={shown}
        className={css.text}
        aria-label={label}
        readOnly
        rows={text.split('\n').length}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        size="xs"
        variant="default"
        leftSection={<Icon name={copied ? 'check' : 'copies'} size={14} />}
        onClick={() => void copy()}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}
