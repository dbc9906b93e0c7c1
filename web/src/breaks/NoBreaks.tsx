import { Button } from '@mantine/core';
import { EmptyState } from '../ui/EmptyState';
import { type BreakSearch, isFiltered } from './search';

interface NoBreaksProps {
  readonly search: BreakSearch;
  /** Was anything resolved, so that there is something to show? */
  readonly hasResolved: boolean;
  readonly onSearch: (change: BreakSearch) => void;
}

const NO_FILTER: BreakSearch = {
  kind: undefined,
  status: undefined,
  side: undefined,
  currency: undefined,
  text: undefined,
  waiting: undefined,
  min: undefined,
  max: undefined,
};

/** Nothing after a filter is another thing than nothing left to do. */
export function NoBreaks({ search, hasResolved, onSearch }: NoBreaksProps) {
  if (isFiltered(search)) {
    return (
      <EmptyState icon="search" title="No break has all of these" text="The filters leave nothing.">
        <Button size="xs" variant="default" onClick={() => onSearch(NO_FILTER)}>
          Clear the filters
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="All clear" text="No break is open: every entry is explained.">
      {hasResolved && (
        <Button size="xs" variant="default" onClick={() => onSearch({ status: 'all' })}>
          Show the resolved ones
        </Button>
      )}
    </EmptyState>
  );
}
