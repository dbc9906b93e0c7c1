import type { Proposal } from '../api/types';
import { Panel } from '../ui/Panel';
import type { Draft, FieldEdit } from './draft';
import { FieldMap } from './FieldMap';
import { PassList } from './PassList';
import { QuestionList } from './QuestionList';
import { RulesEditor } from './RulesEditor';
import { applyEdits } from './rulesEdit';

interface ProposalViewProps {
  readonly draft: Draft;
  readonly proposal: Proposal;
  readonly rules: string;
  readonly onDraft: (draft: Draft) => void;
}

/** What was understood of the two files, each part with a way to correct it. */
export function ProposalView({ draft, proposal, rules, onDraft }: ProposalViewProps) {
  function onEdit(edit: FieldEdit) {
    if (draft.text === null) onDraft({ ...draft, edits: [...draft.edits, edit] });
    else onDraft({ ...draft, text: applyEdits(draft.text, [edit]) });
  }

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
        aside={
          <span className="muted">
            {proposal.sampled ? 'From the first part of each file' : 'From the whole files'}
          </span>
        }
        flush
      >
        <FieldMap proposal={proposal} rules={rules} onEdit={onEdit} />
      </Panel>
      <Panel
        title="Passes"
        aside={<span className="muted">Tried in this order on what is left over</span>}
        flush
      >
        <PassList passes={proposal.passes} />
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
