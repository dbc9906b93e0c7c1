import { useState } from 'react';
import type { Proposal } from '../api/types';
import { Panel } from '../ui/Panel';
import type { Draft, FieldEdit } from './draft';
import { FieldMap } from './FieldMap';
import { PassList } from './PassList';
import { QuestionList } from './QuestionList';
import { RulesEditor } from './RulesEditor';
import { applyEdits } from './rulesEdit';
import type { StoredPair } from './useProposal';
import type { MeasuredYields } from './useYields';

interface ProposalViewProps {
  readonly draft: Draft;
  readonly proposal: Proposal;
  readonly rules: string;
  readonly stored: StoredPair;
  readonly isWhole: boolean;
  readonly measured: MeasuredYields;
  readonly onDraft: (draft: Draft) => void;
}

/** What was understood of the two files, each part with a way to correct it. */
export function ProposalView(props: ProposalViewProps) {
  const { draft, proposal, rules, measured, onDraft } = props;
  function onEdit(edit: FieldEdit) {
    if (draft.text === null) onDraft({ ...draft, edits: [...draft.edits, edit] });
    else onDraft({ ...draft, text: applyEdits(draft.text, [edit]) });
  }

  const { stored } = props;
  const isFaulty = proposal.faults.length > 0;
  const [passes, setPasses] = useState(proposal.passes);
  if (!isFaulty && passes !== proposal.passes) setPasses(proposal.passes);
  const reading = {
    rules,
    files: stored && { left: stored.left.id, right: stored.right.id },
    onRules: (text: string) => onDraft({ ...draft, text }),
  };

  return (
    <>
      {proposal.questions.length > 0 && draft.text === null && (
        <Panel title={proposal.questions.length === 1 ? 'One question' : 'Questions'} flush>
          <QuestionList
            questions={proposal.questions}
            onAnswer={(id, value) =>
              onDraft({ ...draft, answers: { ...draft.answers, [id]: value } })
            }
          />
        </Panel>
      )}
      <Panel
        title="Fields"
        aside={<span className="muted">{basisOf(proposal, props.isWhole)}</span>}
        flush
      >
        <FieldMap proposal={proposal} rules={rules} onEdit={onEdit} reading={reading} />
      </Panel>
      <Panel
        title="Passes"
        aside={
          <span className="muted" role="status">
            {isFaulty ? 'Before the fault in the rules' : stateOf(measured)}
          </span>
        }
        flush
      >
        <PassList passes={passes} measured={measured} isFaulty={isFaulty} />
      </Panel>
      <RulesEditor
        rules={rules}
        faults={proposal.faults}
        edited={draft.text !== null}
        onText={(text) => onDraft({ ...draft, text })}
      />
    </>
  );
}

function basisOf({ sampled }: Proposal, isWhole: boolean): string {
  if (!sampled) return 'From the whole files';
  return isWhole ? 'From samples of the whole files' : 'From the first part of each file';
}

function stateOf({ yields, isMeasuring, failure }: MeasuredYields): string {
  if (isMeasuring) return 'Measuring what each one finds …';
  if (failure !== null) return failure;
  return yields
    ? 'Tried in this order; measured over the whole files'
    : 'Tried in this order on what is left over';
}
