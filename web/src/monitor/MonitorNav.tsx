import { useTranslation } from 'react-i18next';
import { TextLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import classes from './monitor.module.css';

const places = [
  ['/d/$district/monitoring', 'reports'],
  ['/d/$district/monitoring/results', 'results'],
  ['/d/$district/monitoring/adjustments', 'adjustments'],
  ['/d/$district/monitoring/learning', 'learning'],
  ['/d/$district/monitoring/evaluation', 'evaluation'],
] as const;

/** The places of monitoring, in the order of the work. */
export function MonitorNav() {
  const { t } = useTranslation('monitor');
  const { id: district } = useDistrict();
  return (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      {places.map(([to, name]) => (
        <TextLink
          key={name}
          to={to}
          params={{ district }}
          className={classes.place}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {t(`nav.${name}`)}
        </TextLink>
      ))}
    </nav>
  );
}
