import { Group, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconPencilCheck, IconTopologyStar3 } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageChooser } from '@/app/ui/LanguageChooser';
import { Wordmark } from '@/app/ui/Wordmark';
import classes from './PublicFrame.module.css';

interface PublicFrameProps {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

/** Pages before one is inside: what Tandem is, and one form. */
export function PublicFrame({ title, lead, children }: PublicFrameProps) {
  const { t } = useTranslation('identity');
  useEffect(() => {
    document.title = `${title} · Tandem`;
  }, [title]);
  return (
    <div className={classes.frame}>
      <main className={classes.main}>
        <Group justify="space-between" wrap="nowrap">
          <Wordmark large />
          <LanguageChooser />
        </Group>
        <div className={classes.form}>
          <Stack gap="xs" mb="lg">
            <Title order={1}>{title}</Title>
            {lead && <Text c="dimmed">{lead}</Text>}
          </Stack>
          {children}
        </div>
      </main>
      <aside className={classes.about} aria-label={t('about.label')}>
        <p className={classes.claim}>{t('about.claim')}</p>
        <ul className={classes.points}>
          <li>
            <IconPencilCheck aria-hidden size={28} stroke={1.5} />
            {t('about.write')}
          </li>
          <li>
            <IconEye aria-hidden size={28} stroke={1.5} />
            {t('about.see')}
          </li>
          <li>
            <IconTopologyStar3 aria-hidden size={28} stroke={1.5} />
            {t('about.plan')}
          </li>
        </ul>
      </aside>
    </div>
  );
}
