import type { Question } from '../api/types';
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
          <fieldset className={css.field}>
            <legend className={css.text}>
              {question.side && <SideTag side={question.side} />}
              {question.column && <span className="mono">{question.column}</span>}
              {question.text}
            </legend>
            <div className={css.options}>
              {question.options.map(({ value, label, proof }) => (
                <label key={value} className={css.option}>
                  <input
                    type="radio"
                    name={question.id}
                    checked={question.chosen === value}
                    onChange={() => onAnswer(question.id, value)}
                  />
                  <span>
                    <span className={css.label}>{label}</span>
                    <span className={css.proof}>{proof}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        </li>
      ))}
    </ul>
  );
}
