import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../api/client';
import { asProblem } from '../api/problem';
import type { Comparison } from '../api/types';
import { useMay } from '../api/useSession';
import { CodeArea } from '../ui/CodeArea';
import { formatCount } from '../ui/format';
import { Icon } from '../ui/Icon';
import { Keys } from '../ui/Keys';
import { Panel } from '../ui/Panel';
import { ProblemNotice } from '../ui/ProblemNotice';
import { SelectField } from '../ui/SelectField';
import { Skeleton } from '../ui/Skeleton';
import { useKeymap } from '../ui/useKeymap';
import { DraftNotice } from './DraftNotice';
import { PutInForce } from './PutInForce';
import css from './RulesDraft.module.css';
import { useDraft } from './useDraft';
import { useTry } from './useTry';
import { useVersions } from './useVersions';

interface RulesDraftProps {
  readonly rec: string;
  readonly inForce: number;
  readonly runId: string;
  readonly tried: Comparison | undefined;
  readonly onTried: (id: string) => void;
}

/** The rules as text, to be tried before they are in force. */
export function RulesDraft(props: RulesDraftProps) {
  const { rec, inForce, tried } = props;
  const [version, setVersion] = useState<number | null>(null);
  const shown = version ?? inForce;
  const { data, error } = api.useQuery(
    'get',
    '/api/v1/reconciliations/{reconciliationId}/rule-sets/{version}',
    { params: { path: { reconciliationId: rec, version: shown } } },
  );
  const versions = useVersions(rec);
  const options = versions.map(
    (each) => [String(each), each === inForce ? `v${each}, in force` : `v${each}`] as const,
  );
  const begins = tried && version === null ? tried.rules : data?.rules;
  const on = tried && version === null ? tried.id : `v${shown}`;
  if (error) return <ProblemNotice problem={asProblem(error)} />;
  if (begins === undefined || !data) return <Skeleton label="the rule set" />;
  return (
    <Draft
      {...props}
      key={`${shown}${begins}`}
      begins={begins}
      on={on}
      inForceRules={shown === inForce ? data.rules : ''}
      start={
        <SelectField
          label="Begin with"
          value={String(shown)}
          options={options.length > 0 ? options : [[String(shown), `v${shown}`]]}
          onValue={(chosen) => setVersion(Number.parseInt(chosen, 10))}
        />
      }
    />
  );
}

interface DraftProps extends RulesDraftProps {
  readonly begins: string;
  /** What it begins with: a version, or the comparison that tried it. */
  readonly on: string;
  /** The rules in force; empty while another version is shown. */
  readonly inForceRules: string;
  readonly start: React.ReactNode;
}

function Draft(props: DraftProps) {
  const { rec, inForce, runId, tried, onTried, begins, on, start } = props;
  const draft = useDraft({ rec, on, begins, inForce: props.inForceRules });
  const { text } = draft;
  const mayTry = useMay('run:reconciliations');
  const attempt = useTry();
  /** Who has left meanwhile is not called back: this is heard only while the draft is there. */
  const onSuccess = ({ id }: { readonly id: string }) => onTried(id);
  const run = () => {
    if (mayTry && !attempt.isPending) attempt.mutate({ rec, runId, rules: text }, { onSuccess });
  };
  useKeymap({ 'Ctrl+Enter': run });
  const isTried = tried?.status === 'done' && tried.rules === text;
  return (
    <Panel title="Rules as text" aside={<Length text={text} />}>
      <div className={css.draft}>
        {start}
        <DraftNotice draft={draft} />
        <CodeArea label="Rules as text" value={text} onText={draft.setText} />
        {attempt.error && <ProblemNotice problem={asProblem(attempt.error)} />}
        <div className={css.foot}>
          {mayTry && (
            <Button
              size="sm"
              leftSection={<Icon name="spark" />}
              rightSection={<Keys of="Ctrl Enter" />}
              loading={attempt.isPending}
              onClick={run}
            >
              Try these rules
            </Button>
          )}
          <PutInForce rec={rec} rules={text} isTried={isTried} inForce={inForce} runId={runId} />
        </div>
      </div>
    </Panel>
  );
}

function Length({ text }: { readonly text: string }) {
  return <span className="muted">{formatCount(text.split('\n').length)} lines of YAML</span>;
}
