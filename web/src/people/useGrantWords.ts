import { useTranslation } from 'react-i18next';
import type { Grant } from './queries';

/** 'School lead, Lincoln Elementary'. */
export function useGrantWords(schoolName: (id: string | null) => string): (grant: Grant) => string {
  const { t } = useTranslation();
  return ({ role, school_id }) => {
    const name = schoolName(school_id);
    return name ? `${t(`roles.${role}`)}, ${name}` : t(`roles.${role}`);
  };
}
