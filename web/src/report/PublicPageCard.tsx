import { Anchor, Button, Card, Group, Stack, Switch, Text, Textarea, Title } from '@mantine/core';
import { IconPencil, IconWorld } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch } from '@/api/client';
import { queryClient } from '@/api/queryClient';
import { useRecordForm } from '@/api/useRecordForm';
import { FormDialog } from '@/app/ui/FormDialog';
import { QueryView } from '@/app/ui/QueryView';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { toast } from '@/app/ui/toast';
import { LEAD, useDistrict, useMay } from '@/identity/session';
import { districtQuery } from '@/schools/queries';
import {
  type PublicPage,
  type PublicPageFields,
  publicPageQuery,
  replacePublicPage,
} from './queries';

/** Whether the community can read the plan, where, and who may change that. */
export function PublicPageCard() {
  const { t } = useTranslation('report');
  const { id: district } = useDistrict();
  const query = useQuery(publicPageQuery(district));
  return (
    <Card component="section" aria-labelledby="public-page">
      <Stack gap="sm">
        <Title order={2} size="h3" id="public-page">
          {t('public.title')}
        </Title>
        <QueryView query={query} rows={2}>
          {(page) => <Standing page={page} />}
        </QueryView>
      </Stack>
    </Card>
  );
}

function Standing({ page }: { page: PublicPage }) {
  const { t } = useTranslation('report');
  const { id: district } = useDistrict();
  const leads = useMay({ district: LEAD });
  const [editing, setEditing] = useState(false);
  const code = useQuery(districtQuery(district)).data?.code;
  const address = `/public/${encodeURIComponent(code ?? district)}`;
  return (
    <>
      <Text fw={600}>{t(page.enabled ? 'public.isOn' : 'public.isOff')}</Text>
      <Text c="dimmed">{t(page.enabled ? 'public.on' : 'public.off')}</Text>
      {page.enabled && (
        <Anchor
          href={address}
          target="_blank"
          rel="noopener"
          aria-label={t('public.open')}
          style={{ overflowWrap: 'anywhere' }}
        >
          <Group gap="xs" wrap="nowrap" component="span">
            <IconWorld aria-hidden size={18} />
            {`${globalThis.location.origin}${address}`}
          </Group>
        </Anchor>
      )}
      {leads && (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPencil aria-hidden size={18} />}
            onClick={() => setEditing(true)}
          >
            {t('public.edit')}
          </Button>
        </Group>
      )}
      {editing && <EditPublicPage page={page} onClose={() => setEditing(false)} />}
    </>
  );
}

function EditPublicPage({ page, onClose }: { page: PublicPage; onClose: () => void }) {
  const { t } = useTranslation('report');
  const { id: district } = useDistrict();
  const editor = useRecordForm<PublicPage, PublicPageFields>({
    record: page,
    fields: ({ enabled, show_owners, introduction, contact }) => ({
      enabled,
      show_owners,
      introduction,
      contact,
    }),
    save: (fields, version) => replacePublicPage(district, fields, ifMatch(version)),
    saved: (saved) => {
      queryClient.setQueryData(publicPageQuery(district).queryKey, saved);
      toast.good(t('public.saved'));
      onClose();
    },
  });
  const { form } = editor;
  return (
    <FormDialog
      opened
      title={t('public.edit')}
      onClose={onClose}
      onSubmit={editor.submit}
      dirty={editor.dirty}
      saving={editor.saving}
    >
      <Stack gap="md">
        <Switch
          label={t('public.enabled')}
          description={t('public.enabledHelp')}
          data-autofocus
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <Switch
          label={t('public.showOwners')}
          description={t('public.showOwnersHelp')}
          {...form.getInputProps('show_owners', { type: 'checkbox' })}
        />
        <Textarea
          label={t('public.introduction')}
          description={t('public.introductionHelp')}
          autosize
          minRows={3}
          maxLength={4000}
          {...form.getInputProps('introduction')}
        />
        <Textarea
          label={t('public.contact')}
          description={t('public.contactHelp')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('contact')}
        />
      </Stack>
      <RecordConflicts editor={editor} label={(field) => t(`public.field.${field}`)} />
    </FormDialog>
  );
}
