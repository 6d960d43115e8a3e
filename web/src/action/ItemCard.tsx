import { ActionIcon, Box, Card, Group, Menu, Text, Title } from '@mantine/core';
import { IconChevronDown, IconPencil } from '@tabler/icons-react';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { Facts, Typed } from '@/app/ui/Facts';
import { today } from '@/app/ui/format';
import { TextLink } from '@/app/ui/links';
import { StatusBadge, StatusIcon } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import { useSchoolName } from '@/schools/queries';
import { type ActionItem, type ActionStatus, isOverdue, statuses } from './filters';
import classes from './ItemCard.module.css';
import { mayChange } from './rights';

interface ItemCardProps {
  item: ActionItem;
  /** The focus follows an item that was moved or changed. */
  focus: boolean;
  move: (status: ActionStatus) => void;
  edit: () => void;
}

export function ItemCard({ item, focus, move, edit }: ItemCardProps) {
  const { t } = useTranslation(['action', 'app']);
  const { id: district, grants } = useDistrict();
  const schoolName = useSchoolName(district);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  const may = mayChange(grants, item.school_id);
  const late = isOverdue(item, today());
  return (
    <Card component="article" padding="md" aria-labelledby={item.id}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
        <Title
          order={3}
          size="h4"
          id={item.id}
          ref={heading}
          tabIndex={-1}
          className={classes.title}
        >
          {item.title}
        </Title>
        {may && (
          <ActionIcon aria-label={t('editOf', { title: item.title })} onClick={edit}>
            <IconPencil aria-hidden size={20} />
          </ActionIcon>
        )}
      </Group>
      {item.detail && item.detail !== item.title && (
        <Text component="div" size="sm" my="xs">
          <Typed brief>{item.detail}</Typed>
        </Text>
      )}
      <Box my="xs">
        <Facts
          small
          facts={[
            [t('fields.school'), item.school_id ? schoolName(item.school_id) : t('app:district')],
            [t('fields.owner'), item.owner_name || t('noOwner')],
            [
              t('fields.due_on'),
              <Fragment key="due">
                {item.due_on ? <DateText value={item.due_on} /> : t('noDue')}{' '}
                {late && <StatusBadge status="overdue" />}
              </Fragment>,
            ],
          ]}
        />
      </Box>
      <Origin item={item} />
      {may ? <Status item={item} move={move} /> : <StatusBadge status={item.status} />}
    </Card>
  );
}

function Status({ item, move }: { item: ActionItem; move: (status: ActionStatus) => void }) {
  const { t } = useTranslation(['action', 'app']);
  const word = t(`app:status.${item.status}`);
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={classes.status}
          aria-label={t('statusOf', { status: word, title: item.title })}
        >
          <StatusBadge status={item.status} />
          <IconChevronDown aria-hidden size={18} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('moveTo')}</Menu.Label>
        {statuses
          .filter((status) => status !== item.status)
          .map((status) => (
            <Menu.Item
              key={status}
              leftSection={<StatusIcon status={status} />}
              onClick={() => move(status)}
            >
              {t(`app:status.${status}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where it came from: back to the template, at its function, or to the workshop and its row. */
function Origin({ item }: { item: ActionItem }) {
  const { t } = useTranslation('action');
  const { id: district } = useDistrict();
  if (!item.origin_id) return null;
  if (item.origin === 'workshop') {
    return (
      <Group gap="md" mb="xs">
        <TextLink
          size="sm"
          to="/d/$district/workshops/$workshop"
          params={{ district, workshop: item.origin_id }}
        >
          {t('fromWorkshop')}
        </TextLink>
        {item.origin_key && (
          <TextLink
            size="sm"
            to="/d/$district/continuum"
            params={{ district }}
            hash={item.origin_key}
          >
            {t('fromRow')}
          </TextLink>
        )}
      </Group>
    );
  }
  if (item.origin !== 'template') return null;
  return (
    <Text size="sm" mb="xs">
      <TextLink
        to="/d/$district/templates/$template"
        params={{ district, template: item.origin_id }}
        {...(item.origin_key ? { hash: item.origin_key } : {})}
      >
        {t(item.school_id ? 'fromBuilding' : 'fromDistrict')}
      </TextLink>
    </Text>
  );
}
