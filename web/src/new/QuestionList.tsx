import type { Question } from '../api/types';
import { Choice } from '../ui/Choice';
import { SideTag } from '../ui/SideTag';
import css from './QuestionList.module.css';

interface QuestionListProps {
  readonly questions: readonly Question[];
  readonly onAnswer: (id: string, value: string) => void;
}

/** What the data leaves open, as choices with the proof for each. */
export function QuestionList({ questions, onAnswer }: QuestionListProps) {
  return (
    <ul>
      {questions.map((question) => (
        <li key={question.id} className={css.question}>
          <Choice
            legend={
              <>
                {question.side && <SideTag side={question.side} />}
                {question.column && <span className="mono">{question.column}</span>}
                {question.text}
              </>
            }
            value={question.chosen}
            options={question.options.map(({ value, label, proof }) => ({
              value,
              label,
              hint: proof,
            }))}
            onValue={(value) => onAnswer(question.id, value)}
          />
        </li>
      ))}
    </ul>
  );
}
