import { Button } from '@mantine/core';
import css from './More.module.css';

interface MoreProps {
  readonly of: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** Reads on where a list ended; nothing when it is whole. */
export function More({ of }: MoreProps) {
  if (!of.hasNextPage) return null;
  return (
    <div className={css.more}>
      <Button
        size="xs"
        variant="default"
        loading={of.isFetchingNextPage}
        onClick={() => void of.fetchNextPage()}
      >
        Show more
      </Button>
    </div>
  );
}
