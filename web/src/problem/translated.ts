// The server says what is wrong in English. What people often meet is said in their language; the
// rest at least begins with the kind of problem in it.
import i18next from 'i18next';
import type { ProblemDetails } from '@/api/problem';

type Texts = { [key: string]: string | Texts };

/** A sentence of the server as a pattern: what it fills in is any text. */
function patternOf(sentence: string): RegExp {
  const parts = sentence.split(/(\{\{\w+\}\})/).map((part) => {
    const hole = /^\{\{(\w+)\}\}$/.exec(part);
    return hole ? `(?<${hole[1]}>.+)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}

export function wordsOf(english: Texts) {
  const known = ['said', 'field'].flatMap((group) =>
    Object.entries((english[group] ?? {}) as Record<string, string>).map(
      ([key, sentence]) => [`${group}.${key}`, patternOf(sentence)] as const,
    ),
  );
  /** The key of a sentence and what it fills in; null if it is not among the known. */
  return (sentence: string): { key: string; filled: Record<string, string> } | null => {
    for (const [key, pattern] of known) {
      const found = pattern.exec(sentence);
      if (found) return { key, filled: { ...found.groups } };
    }
    return null;
  };
}

export async function translated(details: ProblemDetails): Promise<ProblemDetails> {
  const language = i18next.language;
  if (!language || language === 'en') return details;
  await i18next.loadNamespaces('problem');
  const find = wordsOf(i18next.getResourceBundle('en', 'problem') ?? {});
  const t = i18next.getFixedT(language, 'problem') as unknown as (
    key: string,
    values?: Record<string, string>,
  ) => string;
  const say = (sentence: string): string | null => {
    const found = find(sentence);
    return found && t(found.key, found.filled);
  };
  const kindKey = `kind.${details.type.split('/').at(-1) ?? ''}`;
  const kind = i18next.exists(kindKey, { ns: 'problem' }) ? t(kindKey) : details.title;
  const detail = details.detail ?? '';
  return {
    ...details,
    title: kind,
    detail: detail && (say(detail) ?? t('with', { kind, detail })),
    ...(details.errors
      ? { errors: details.errors.map((e) => ({ ...e, detail: say(e.detail) ?? e.detail })) }
      : {}),
  };
}
