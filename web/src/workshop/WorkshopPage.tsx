import { Alert, Button, CopyButton, Group, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy, IconDeviceTv, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { useRecordForm } from '@/api/useRecordForm';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { useDistrict } from '@/identity/session';
import { type RoomPack, roomPack } from '@/room/pack';
import { JoinCode, joinAddress } from '@/room/parts/JoinCode';
import { roomPackQuery } from '@/room/useRoom';
import { AgendaEditor } from './AgendaEditor';
import { Guide } from './Guide';
import {
  fieldsOf,
  removeWorkshop,
  replaceWorkshop,
  type Workshop,
  type WorkshopFields,
  workshopQuery,
} from './queries';
import { Readiness } from './Readiness';
import { Reminder } from './Reminder';
import { mayLead } from './rights';
import { Settings } from './Settings';
import { tabs } from './tabs';
import { WorkshopState } from './WorkshopState';

/** One workshop's plan: agenda and settings, what has to be ready, and the facilitator's guide. */
export function WorkshopPage() {
  const { id: district } = useDistrict();
  const { workshop } = useParams({ from: '/d/$district/workshops/$workshop' });
  const query = useQuery(workshopQuery(district, workshop));
  return (
    <QueryView query={query} page>
      {(record) => <Loaded key={record.id} record={record} />}
    </QueryView>
  );
}

function Loaded({ record }: { record: Workshop }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { id: district, grants } = useDistrict();
  const lead = mayLead(grants, record.school_id);
  const pack = useQuery({
    ...roomPackQuery({ district, workshop: record.id, token: null }),
    enabled: lead,
  });
  const params = { district, workshop: record.id };
  const { state } = record;
  return (
    <>
      <PageHeader
        title={record.title}
        badge={<WorkshopState state={state} />}
        above={
          <TextLink to="/d/$district/workshops" params={{ district }}>
            {t('title')}
          </TextLink>
        }
        actions={
          <>
            {lead && state !== 'ended' && (
              <ButtonLink to="/d/$district/workshops/$workshop/lead" params={params}>
                {t(state === 'planned' ? 'openRoom' : 'backToRoom')}
              </ButtonLink>
            )}
            {lead && state === 'ended' && (
              <ButtonLink
                to="/d/$district/workshops/$workshop/lead"
                params={params}
                variant="default"
              >
                {t('seeResults')}
              </ButtonLink>
            )}
            {state === 'ended' && (
              <ButtonLink to="/d/$district/workshops/$workshop/minutes" params={params}>
                {t('minutes.title')}
              </ButtonLink>
            )}
          </>
        }
      />
      {state !== 'ended' && <Invite record={record} lead={lead} />}
      {lead && state === 'survey' && <Reminder record={record} />}
      {lead ? (
        <QueryView query={pack}>
          {(data) => <PlanForm record={record} pack={roomPack(data)} />}
        </QueryView>
      ) : (
        <Outline agenda={record.agenda} />
      )}
    </>
  );
}

function Invite({ record, lead }: { record: Workshop; lead: boolean }) {
  const { t } = useTranslation('workshop');
  const { id: district } = useDistrict();
  const address = joinAddress(record.code);
  return (
    <Alert variant="outline" color="teal.7" mb="lg" title={t('invite.title')}>
      <Group justify="space-between" align="flex-end">
        <JoinCode code={record.code} />
        <Group gap="sm">
          <CopyButton
            value={t('invite.text', {
              title: record.title,
              address,
              code: record.code,
              // Sent on as plain text: a link must not end in a mark that nobody sees.
              interpolation: { escapeValue: false },
            })}
          >
            {({ copied, copy }) => (
              <Button
                variant="default"
                leftSection={
                  copied ? <IconCheck aria-hidden size={18} /> : <IconCopy aria-hidden size={18} />
                }
                onClick={copy}
              >
                {t(copied ? 'invite.copied' : 'invite.copy')}
              </Button>
            )}
          </CopyButton>
          {lead && (
            <ButtonLink
              to="/screen/$district/$workshop"
              params={{ district, workshop: record.id }}
              target="_blank"
              variant="default"
              leftSection={<IconDeviceTv aria-hidden size={18} />}
            >
              {t('screen')}
            </ButtonLink>
          )}
        </Group>
      </Group>
    </Alert>
  );
}

function Outline({ agenda }: { agenda: Workshop['agenda'] }) {
  const { t } = useTranslation('workshop');
  return (
    <ol>
      {agenda.map((step) => (
        <li key={step.id}>
          {step.title} ({t('minutesShort', { count: step.minutes })})
        </li>
      ))}
    </ol>
  );
}

function PlanForm({ record, pack }: { record: Workshop; pack: RoomPack }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { id: district } = useDistrict();
  const { tab = 'plan' } = useSearch({ from: '/d/$district/workshops/$workshop' });
  const navigate = useNavigate();
  const cache = useQueryClient();
  const key = keyOf(district, 'workshops', record.id);
  const editor = useRecordForm<Workshop, WorkshopFields>({
    record,
    fields: fieldsOf,
    save: (fields, version) => replaceWorkshop(district, record.id, fields, version),
    saved: (saved) => {
      cache.setQueryData(key, saved);
      void cache.invalidateQueries({ queryKey: keyOf(district, 'workshops', 'list') });
    },
    validate: {
      title: (title) => (title.trim() ? null : t('plan.titleMissing')),
      agenda: (agenda) => (agenda.length > 0 ? null : t('agenda.empty')),
    },
  });
  const { form } = editor;
  const done = record.state === 'ended';
  const show = (next: string | null) =>
    void navigate({
      to: '/d/$district/workshops/$workshop',
      params: { district, workshop: record.id },
      search: { tab: tabs.find((each) => each === next) },
      replace: true,
      resetScroll: false,
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void editor.submit();
      }}
      noValidate
    >
      <Tabs value={tab} onChange={show} keepMounted={false}>
        <Tabs.List mb="lg">
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tabs.${each}`)}
              {each === 'ready' &&
                ` (${form.values.ready.length}/${pack.readiness.checklist.length})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="plan">
          <Stack gap="xl">
            <TextInput
              label={t('fields.title')}
              maxLength={200}
              {...form.getInputProps('title')}
              readOnly={done}
            />
            <AgendaEditor
              agenda={form.values.agenda}
              change={(agenda) => form.setFieldValue('agenda', agenda)}
              pack={pack}
              error={form.errors.agenda}
              groups={form.values.groups.length > 0}
              readOnly={done}
            />
            {!done && <Settings form={form} record={record} />}
          </Stack>
        </Tabs.Panel>
        <Tabs.Panel value="ready">
          <Readiness
            pack={pack}
            ready={form.values.ready}
            change={(ready) => form.setFieldValue('ready', ready)}
          />
        </Tabs.Panel>
        <Tabs.Panel value="guide">
          <Guide pack={pack} agenda={form.values.agenda} />
        </Tabs.Panel>
      </Tabs>
      <RecordConflicts
        editor={editor}
        label={(field) => t(`fields.${field}`)}
        show={(field, value) => showField(field, value)}
      />
      {!done && (
        <Group mt="xl" justify="space-between" style={sticky}>
          <Group gap="sm">
            <Button type="submit" loading={editor.saving} disabled={!editor.dirty}>
              {t('app:save.action')}
            </Button>
            <Text size="sm" c="dimmed" role="status">
              {t(editor.dirty ? 'unsaved' : 'allSaved')}
            </Text>
          </Group>
          {record.state === 'planned' && <Remove record={record} />}
        </Group>
      )}
    </form>
  );
}

/** The save button stays in sight of a long agenda. */
const sticky = {
  position: 'sticky',
  insetBlockEnd: 0,
  paddingBlock: '0.75rem',
  background: 'var(--mantine-color-body)',
  borderBlockStart: '1px solid var(--mantine-color-default-border)',
  zIndex: 5,
} as const;

function showField(field: keyof WorkshopFields, value: WorkshopFields[keyof WorkshopFields]) {
  if (field === 'agenda')
    return (value as WorkshopFields['agenda'])
      .map(({ title, minutes }) => `${title} (${minutes})`)
      .join(' · ');
  if (field === 'groups')
    return (value as WorkshopFields['groups']).map(({ name }) => name).join(', ');
  if (Array.isArray(value)) return value.join(', ');
  return String(value ?? '');
}

function Remove({ record }: { record: Workshop }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const remove = useSend({
    send: () => removeWorkshop(district, record.id, record.version),
    stale: [keyOf(district, 'workshops', 'list')],
    said: t('removed'),
    done: () => void navigate({ to: '/d/$district/workshops', params: { district } }),
  });
  const ask = async () => {
    const sure = await confirm({
      title: t('removeTitle'),
      text: t('removeText', { title: record.title }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(undefined);
  };
  return (
    <Button
      variant="default"
      leftSection={<IconTrash aria-hidden size={18} />}
      onClick={() => void ask()}
    >
      {t('app:remove')}
    </Button>
  );
}
