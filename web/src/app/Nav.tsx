import { Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import classes from './Nav.module.css';
import { navigation } from './navigation';

export function Nav({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const { id, grants } = useDistrict();
  const roles = grants.map(({ role }) => role);
  return (
    <nav aria-label={t('menu.main')}>
      <Stack gap="lg">
        {navigation.map(({ group, places }) => (
          <div key={group}>
            <Text component="h2" className={classes.group}>
              {t(`navGroups.${group}`)}
            </Text>
            <ul className={classes.places}>
              {places
                .filter((place) => !('for' in place) || place.for.some((r) => roles.includes(r)))
                .map(({ to, name, icon: Icon }) => (
                  <li key={name}>
                    <Link
                      to={to}
                      params={{ district: id }}
                      activeOptions={{ exact: name === 'home' }}
                      className={classes.place}
                      {...(onGo ? { onClick: onGo } : {})}
                    >
                      <Icon aria-hidden size={22} stroke={1.75} />
                      {t(`nav.${name}`)}
                    </Link>
                  </li>
                ))}
            </ul>
          </div>
        ))}
      </Stack>
    </nav>
  );
}
