import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDistrict, useSession } from '@/identity/session';
import { useSignOut } from '@/identity/useSignOut';
import { offered, speak } from './i18n/i18n';
import { languages } from './i18n/languages';
import classes from './UserMenu.module.css';

const schemes = [
  ['light', IconSun, 'user.light'],
  ['dark', IconMoon, 'user.dark'],
  ['auto', IconDeviceDesktop, 'user.system'],
] as const;

export function UserMenu() {
  const { t, i18n } = useTranslation();
  const session = useSession();
  const { id } = useDistrict();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  if (!session) return null;
  const { person } = session;

  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <UnstyledButton aria-label={t('menu.person', { name: person.name })} className={classes.me}>
          <Avatar name={person.name} color="teal" variant="filled" alt="" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <Text fw={600}>{person.name}</Text>
          <Text size="sm" c="dimmed">
            {person.email}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconUserCircle aria-hidden size={20} />}
          onClick={() => void navigate({ to: '/d/$district/account', params: { district: id } })}
        >
          {t('user.account')}
        </Menu.Item>
        <Menu.Label>{t('user.scheme')}</Menu.Label>
        {schemes.map(([scheme, Icon, name]) => (
          <Menu.RadioItem
            key={scheme}
            value={scheme}
            checked={colorScheme === scheme}
            onChange={() => setColorScheme(scheme)}
            rightSection={<Icon aria-hidden size={20} />}
          >
            {t(name)}
          </Menu.RadioItem>
        ))}
        {offered.length > 1 && <Menu.Label>{t('user.language')}</Menu.Label>}
        {offered.length > 1 &&
          offered.map((code) => (
            <Menu.RadioItem
              key={code}
              value={code}
              lang={code}
              checked={i18n.language === code}
              onChange={() => speak(code)}
            >
              {languages[code].name}
            </Menu.RadioItem>
          ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout aria-hidden size={20} />}
          onClick={() => void signOut()}
        >
          {t('user.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
