import { Button, Menu, Text } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDistrict, useSession } from '@/identity/session';
import classes from './DistrictSwitcher.module.css';

/** The district's name; for people with several, the way to another. */
export function DistrictSwitcher() {
  const { t } = useTranslation();
  const here = useDistrict();
  const districts = useSession()?.districts ?? [];
  const navigate = useNavigate();
  if (districts.length < 2) {
    return (
      <Text className={classes.name} truncate c="dimmed">
        {here.name}
      </Text>
    );
  }
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          rightSection={<IconSelector aria-hidden size={18} />}
          aria-label={`${here.name}: ${t('switchDistrict')}`}
          classNames={{ root: classes.button }}
        >
          {here.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {districts.map(({ id, name }) => (
          <Menu.Item
            key={id}
            leftSection={id === here.id ? <IconCheck aria-hidden size={18} /> : <span />}
            onClick={() => void navigate({ to: '/d/$district', params: { district: id } })}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
