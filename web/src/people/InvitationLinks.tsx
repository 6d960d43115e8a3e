import { Alert, Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCheck, IconCopy, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { DateText } from '@/app/ui/DateText';
import { useReturnFocus } from '@/app/ui/useReturnFocus';

export interface NamedLink extends Schema<'InvitationLink'> {
  name: string;
}

/** Shown once: the server keeps no link that could be read again. */
export function InvitationLinks({ links, onClose }: { links: NamedLink[]; onClose: () => void }) {
  const { t } = useTranslation(['people', 'app']);
  const phone = useMediaQuery('(max-width: 36em)') ?? false;
  const all = links.map(({ name, link }) => `${name}\n${link}`).join('\n\n');
  const [first] = links;
  useReturnFocus(true);

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('links.title', { count: links.length })}
      fullScreen={phone}
      closeOnClickOutside={false}
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack gap="md">
        <Text>{t('links.how')}</Text>
        <Alert variant="outline" icon={<IconInfoCircle aria-hidden />} title={t('links.onceTitle')}>
          {t('links.once')}{' '}
          {first && (
            <>
              {t('links.until')} <DateText value={first.expires_at} form="time" />.
            </>
          )}
        </Alert>
        {links.map(({ person_id, name, link }, index) => (
          <Group key={person_id} gap="xs" align="flex-end" wrap="wrap">
            <TextInput
              label={name}
              value={link}
              readOnly
              dir="ltr"
              flex="1 1 14rem"
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <Copy text={link} label={t('links.copy')} of={name} focus={index === 0} />
          </Group>
        ))}
        <Group justify="flex-end" mt="xs">
          {links.length > 1 && <Copy text={all} label={t('links.copyAll')} />}
          <Button onClick={onClose}>{t('links.done')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface CopyProps {
  text: string;
  label: string;
  of?: string;
  focus?: boolean;
}

function Copy({ text, label, of, focus = false }: CopyProps) {
  const { t } = useTranslation('people');
  return (
    <CopyButton value={text} timeout={4000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={
            copied ? <IconCheck aria-hidden size={18} /> : <IconCopy aria-hidden size={18} />
          }
          {...(of ? { 'aria-label': `${copied ? t('links.copied') : label}: ${of}` } : {})}
          {...(focus ? { 'data-autofocus': true } : {})}
        >
          <span aria-live="polite">{copied ? t('links.copied') : label}</span>
        </Button>
      )}
    </CopyButton>
  );
}
