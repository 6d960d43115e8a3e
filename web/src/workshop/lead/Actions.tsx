import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateText } from '@/app/ui/DateText';
import { TextLink } from '@/app/ui/links';
import { useRoomHere } from '@/room/RoomContext';
import { ActionDialog } from './ActionDialog';

/** What was decided so far; one can be added at any step. */
export function Actions() {
  const { t } = useTranslation(['workshop', 'action']);
  const { room, place, pack } = useRoomHere();
  // What is decided while everybody looks at a row is about that row.
  const row = pack.continuum.rows.find(({ id }) => id === room.stage.focus);
  const [adding, setAdding] = useState(false);
  if (room.stage.state === 'planned') return null;
  return (
    <section aria-label={t('actions.list')}>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t('actions.list')} ({room.actions.length})
      </Title>
      <Stack gap="xs">
        {room.actions.map((item) => (
          <div key={item.id}>
            <Text fw={600} size="sm">
              {item.title}
            </Text>
            <Text size="sm" c="dimmed">
              {item.owner_name || t('action:noOwner')}
              {item.due_on && (
                <>
                  {' · '}
                  <DateText value={item.due_on} />
                </>
              )}
            </Text>
          </div>
        ))}
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus aria-hidden size={18} />}
          onClick={() => setAdding(true)}
        >
          {t('actions.add')}
        </Button>
        {room.actions.length > 0 && (
          <TextLink to="/d/$district/actions" params={{ district: place.district }} size="sm">
            {t('actions.board')}
          </TextLink>
        )}
      </Stack>
      {adding && (
        <ActionDialog
          text=""
          detail={row?.title ?? ''}
          subject={row?.id ?? ''}
          close={() => setAdding(false)}
        />
      )}
    </section>
  );
}
