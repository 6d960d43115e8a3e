import { Group, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/ui/format';
import { usePersonId } from '@/identity/session';
import { usePresence } from '@/live/useLive';
import { useTemplate } from './context';

const most = 3;

/** 'Ana Ruiz is here too': always in the page, so that it is announced. */
export function Presence() {
  const { t } = useTranslation('balance');
  const format = useFormat();
  const { district, template } = useTemplate();
  const me = usePersonId();
  const others = usePresence(district, `template:${template.id}`).filter(({ id }) => id !== me);
  const names = others.slice(0, most).map(({ name }) => name);
  const more = others.length - names.length;
  if (more > 0) names.push(t('presence.more', { count: more }));
  return (
    <div role="status">
      {others.length > 0 && (
        <Group gap="xs" mb="md" wrap="nowrap">
          <IconUsers aria-hidden size={20} />
          <Text>{t('presence.here', { count: others.length, names: format.list(names) })}</Text>
        </Group>
      )}
    </div>
  );
}
