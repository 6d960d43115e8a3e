import { useTranslation } from 'react-i18next';
import { ConflictNotice } from '@/app/ui/ConflictNotice';
import { SaveState } from '@/app/ui/SaveState';
import type { useAnswer } from '../RoomContext';

/** Where an answer is; and when two of one group answered at once, both to choose from. */
export function AnswerState({ answer, words }: AnswerStateProps) {
  const { t } = useTranslation('room');
  const { status, refusal, theirs, value, resolve } = answer;
  return (
    <>
      {status === 'conflict' && theirs && (
        <ConflictNotice
          mine={<Said value={value.value} text={value.text} words={words} />}
          theirs={<Said value={theirs.value.value} text={theirs.value.text} words={words} />}
          by={t('someoneInGroup')}
          canKeepBoth
          onResolve={resolve}
        />
      )}
      <SaveState status={status} refusal={refusal} />
    </>
  );
}

interface AnswerStateProps {
  answer: ReturnType<typeof useAnswer>;
  /** What a chosen value is called. */
  words: (value: string) => string;
}

function Said({
  value,
  text,
  words,
}: {
  value: string;
  text: string;
  words: (v: string) => string;
}) {
  return (
    <>
      {value && <strong>{words(value)}</strong>}
      {value && text && <br />}
      {text}
    </>
  );
}
