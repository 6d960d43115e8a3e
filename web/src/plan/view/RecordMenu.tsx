import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconDots,
  IconHistory,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { usePlanPage } from '../PlanContext';

interface RecordMenuProps {
  name: string;
  /** Its kind and id in the history. */
  entity: string;
  id: string;
  edit?: (() => void) | undefined;
  move?: { first: boolean; last: boolean; go: (by: -1 | 1) => void } | undefined;
  remove?: (() => void) | undefined;
}

/** What can be done with one record, beside its name. Its history is there for everyone. */
export function RecordMenu({ name, entity, id, edit, move, remove }: RecordMenuProps) {
  const { t } = useTranslation(['plan', 'app']);
  const { district } = usePlanPage();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon aria-label={t('menu', { name })} size={44}>
          <IconDots aria-hidden size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {edit && (
          <Menu.Item leftSection={<IconPencil aria-hidden size={18} />} onClick={edit}>
            {t('app:edit')}
          </Menu.Item>
        )}
        {move && (
          <>
            <Menu.Item
              leftSection={<IconArrowUp aria-hidden size={18} />}
              disabled={move.first}
              onClick={() => move.go(-1)}
            >
              {t('moveUp')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown aria-hidden size={18} />}
              disabled={move.last}
              onClick={() => move.go(1)}
            >
              {t('moveDown')}
            </Menu.Item>
          </>
        )}
        <Menu.Item
          leftSection={<IconHistory aria-hidden size={18} />}
          renderRoot={(props: Record<string, unknown>) => (
            <Link
              to="/d/$district/history"
              params={{ district }}
              search={{ entity, entity_id: id }}
              {...props}
            />
          )}
        >
          {t('history')}
        </Menu.Item>
        {remove && (
          <Menu.Item
            color="red.8"
            leftSection={<IconTrash aria-hidden size={18} />}
            onClick={remove}
          >
            {t('app:remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
