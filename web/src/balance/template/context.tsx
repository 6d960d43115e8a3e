import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { useDistrict } from '@/identity/session';
import { type SavedFieldControl, useSavedField } from '@/offline/useSavedField';
import { type Answer, type AnswerValue, answerKey, keyed, storedOf } from '../answers';
import { answerField } from '../drafts';
import type { Form } from '../form';
import type { Template } from '../queries';
import { type TemplateRights, templateRights } from '../rights';
import { AnswerBook } from './book';

interface TemplateContext {
  district: string;
  template: Template;
  form: Form;
  rights: TemplateRights;
  /** The fields take input now. */
  editing: boolean;
  helpOut: () => void;
  answers: Map<string, Answer>;
  book: AnswerBook;
}

const Context = createContext<TemplateContext | null>(null);

export function TemplateProvider(props: { template: Template; form: Form; children: ReactNode }) {
  const { template, form, children } = props;
  const { id: district, grants } = useDistrict();
  const [book] = useState(() => new AnswerBook());
  const [helping, setHelping] = useState(false);
  const answers = useMemo(() => keyed(template.answers), [template.answers]);
  useEffect(() => book.follow(template.answers), [book, template.answers]);
  const value = useMemo(() => {
    const rights = templateRights(grants, template);
    const editing = rights.write || (rights.help && helping);
    const helpOut = () => setHelping(true);
    return { district, template, form, rights, editing, helpOut, answers, book };
  }, [district, grants, template, form, helping, answers, book]);
  return <Context value={value}>{children}</Context>;
}

export function useTemplate(): TemplateContext {
  const context = useContext(Context);
  if (!context) throw new Error('useTemplate is for parts of the template page');
  return context;
}

export type AnswerControl = SavedFieldControl<AnswerValue>;

/** One field of one function, saving as one types. */
export function useAnswer(functionId: string, field: string): AnswerControl {
  const { district, template, answers, book } = useTemplate();
  const control = useSavedField(
    answerField,
    { district, template: template.id, function_id: functionId, field },
    storedOf(answers.get(answerKey(functionId, field))),
  );
  const { value, status } = control;
  useEffect(() => {
    book.tell(functionId, field, { text: value.value, status });
  }, [book, functionId, field, value.value, status]);
  return control;
}

/** The answers as they stand; renders again when one changes. */
export function useBook(): AnswerBook {
  const { book } = useTemplate();
  useSyncExternalStore(book.subscribe, book.snapshot);
  return book;
}
