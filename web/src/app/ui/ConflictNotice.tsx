import { Alert, Button, Group, SimpleGrid, Text } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '@/api/merge';
import classes from './ConflictNotice.module.css';

interface ConflictNoticeProps {
  /** The field's label, when the notice does not stand at the field. */
  label?: string;
  mine: ReactNode;
  theirs: ReactNode;
  by?: string | null;
  /** Texts can be kept both; dates and owners cannot. */
  canKeepBoth: boolean;
  onResolve: (choice: Choice) => void;
}

/** Two people changed one field: both versions in full, and the person decides. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { label, mine, theirs, by, canKeepBoth, onResolve } = props;
  const { t } = useTranslation();
  const who = by || t('conflict.someone');
  return (
    <Alert
      role="alert"
      variant="outline"
      color="yellow.8"
      icon={<IconGitMerge aria-hidden />}
      title={label ? t('conflict.titleOf', { field: label, who }) : t('conflict.title', { who })}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }} mb="sm">
        <Version title={t('conflict.mine')}>{mine}</Version>
        <Version title={t('conflict.theirs', { who })}>{theirs}</Version>
      </SimpleGrid>
      <Group gap="xs">
        <Button variant="default" onClick={() => onResolve('mine')}>
          {t('conflict.keepMine')}
        </Button>
        <Button variant="default" onClick={() => onResolve('theirs')}>
          {t('conflict.keepTheirs')}
        </Button>
        {canKeepBoth && <Button onClick={() => onResolve('both')}>{t('conflict.keepBoth')}</Button>}
      </Group>
    </Alert>
  );
}

function Version({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className={classes.version}>
      <Text fw={600} size="sm">
        {title}
      </Text>
      <div className={classes.text}>{children || <em>{t('conflict.empty')}</em>}</div>
    </div>
  );
}
