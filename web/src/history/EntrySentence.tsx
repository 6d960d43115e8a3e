import { useTranslation } from 'react-i18next';
import type { Told } from './rules/entries';
import { useWords } from './useWords';

/** Stands for the name until it is set in bold; no text that people type has it. */
const mark = '\u0000';

/** 'Ana Ruiz changed the goal “Reading”.' */
export function EntrySentence({ entry }: { entry: Told }) {
  const { t } = useTranslation('history');
  const words = useWords();
  const { verb, entity, person_name } = entry;
  const title = words.name(entity, entry.title);
  const values = { who: mark, kind: words.kind(entity), title };
  const [before, after] = t(title ? `did.${verb}` : `didUntitled.${verb}`, values).split(mark);
  return (
    <>
      {before}
      <strong>{person_name}</strong>
      {after}
    </>
  );
}
