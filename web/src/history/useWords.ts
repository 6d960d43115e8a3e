import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { isStatus } from '@/app/ui/StatusBadge';

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
/** A key of the pack or of the contract: words with dashes or underscores between them. */
const key = /^[a-z0-9]+([-_][a-z0-9]+)+$/;

/** Fields whose values are words of another part of the product. */
const dictionaries: Record<string, string> = {
  evidence_tier: 'plan:tier.*.name',
  systems: 'plan:system.*',
  direction: 'plan:measure.direction.*',
  role: 'app:roles.*',
  level: 'app:levels.*',
  outcome: 'app:status.*',
  reach: 'communication:reach.*',
  repeats: 'communication:repeats.*',
  reply: 'barrier:reply.*',
  decided_by: 'agreement:decider.*',
};

const spaced = (text: string) => text.replaceAll(/[-_]/g, ' ');

/** How kinds, fields and values of records read. */
export function useWords() {
  const { t, i18n } = useTranslation([
    'history',
    'plan',
    'barrier',
    'communication',
    'agreement',
    'app',
  ]);
  const format = useFormat();
  const known = (path: string) => (i18n.exists(path) ? t(path as never as 'history:title') : null);

  const field = (name: string): string => known(`history:field.${name}`) ?? spaced(name);

  const word = (name: string, text: string): string => {
    const path = dictionaries[name]?.replace('*', text);
    const found = path ? known(path) : null;
    if (found) return found;
    if ((name === 'status' || name === 'state') && isStatus(text)) return t(`app:status.${text}`);
    if (name === 'kind')
      return known(`plan:source.kind.${text}`) ?? known(`history:kind.${text}`) ?? spaced(text);
    if (day.test(text)) return format.date(text);
    if (instant.test(text)) return format.date(text, 'time');
    return key.test(text) ? spaced(text) : text;
  };

  const value = (name: string, of: unknown): string => {
    if (of === null || of === undefined || of === '') return t('nothing');
    if (typeof of === 'boolean') {
      return known(`history:bool.${name}.${of}`) ?? t(of ? 'yes' : 'no');
    }
    if (typeof of === 'number') {
      if (name.endsWith('_cents')) return format.money(of);
      return format.number(of, { maximumFractionDigits: 6 });
    }
    if (typeof of === 'string') return word(name, of);
    if (Array.isArray(of)) {
      return of.length === 0 ? t('nothing') : format.list(of.map((item) => value(name, item)));
    }
    return thing(of as Record<string, unknown>);
  };

  const thing = (of: Record<string, unknown>): string => {
    if (typeof of.on === 'string' && typeof of.value === 'number') {
      return t('point', { value: value('value', of.value), date: format.date(of.on) });
    }
    return format.commas(
      Object.entries(of)
        .filter(([, part]) => part !== null && part !== '')
        .map(([name, part]) => value(name, part)),
    );
  };

  /** What a record is called: some only have a key. */
  const name = (entity: string, title: string): string => {
    if (entity === 'template') return known(`history:template.${title}`) ?? title;
    return key.test(title) ? spaced(title) : title;
  };

  const kind = (entity: string): string => known(`history:entity.${entity}`) ?? spaced(entity);

  return { field, value, name, kind };
}
