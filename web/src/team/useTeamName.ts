import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import type { Team } from './queries';

/** A team begins with its school's or district's name alone: then say that it is the team. */
export function useTeamName(): (team: Pick<Team, 'name' | 'school_id'>) => string {
  const { t } = useTranslation('team');
  const { id, name: district } = useDistrict();
  const schoolName = useSchoolName(id);
  return ({ name, school_id }) =>
    name === (school_id === null ? district : schoolName(school_id)) ? t('teamOf', { name }) : name;
}
