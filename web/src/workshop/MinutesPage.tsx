import {
  ActionIcon,
  Alert,
  Button,
  CopyButton,
  Group,
  Menu,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconCopy,
  IconFileText,
  IconLink,
  IconLinkOff,
  IconPrinter,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { keyOf } from '@/api/keys';
import { isProblem } from '@/api/problem';
import { useRecordForm } from '@/api/useRecordForm';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { DateText } from '@/app/ui/DateText';
import { EmptyState } from '@/app/ui/EmptyState';
import { TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { RecordConflicts } from '@/app/ui/RecordConflicts';
import { useDistrict } from '@/identity/session';
import { moved } from '@/room/rules/agenda';
import classes from './Minutes.module.css';
import {
  type Minutes,
  minutesQuery,
  replaceMinutes,
  shareMinutes,
  unshareMinutes,
  type Workshop,
  workshopQuery,
  writeMinutes,
} from './queries';
import { mayLead } from './rights';
import { freeId } from './rules';

/** What the workshop came to: written by the program, edited by people, shared and printed. */
export function MinutesPage() {
  const { id: district } = useDistrict();
  const { workshop: id } = useParams({ from: '/d/$district/workshops/$workshop/minutes' });
  const workshop = useQuery(workshopQuery(district, id));
  const minutes = useQuery({ ...minutesQuery(district, id), retry: false });
  return (
    <QueryView query={workshop} page>
      {(record) =>
        isProblem(minutes.error, 404) && !minutes.data ? (
          <>
            <Head record={record} />
            <NotWritten record={record} />
          </>
        ) : (
          <QueryView query={minutes} page>
            {(data) => <Written key={data.id} record={record} minutes={data} />}
          </QueryView>
        )
      }
    </QueryView>
  );
}

function Head({ record, actions }: { record: Workshop; actions?: React.ReactNode }) {
  const { t } = useTranslation('workshop');
  const { id: district } = useDistrict();
  return (
    <PageHeader
      title={t('minutes.of', { title: record.title })}
      above={
        <TextLink to="/d/$district/workshops/$workshop" params={{ district, workshop: record.id }}>
          {record.title}
        </TextLink>
      }
      lead={
        record.ended_at && (
          <>
            {t('held')} <DateText value={record.ended_at} form="long" />
          </>
        )
      }
      actions={actions}
    />
  );
}

type Language = Schema<'MinutesLanguage'>;
const languages: Language[] = ['en', 'es', 'ar'];

/** In which language the program writes; each is called by its own name. */
function LanguageChoice({ value, change }: { value: Language; change: (to: Language) => void }) {
  const { t } = useTranslation('workshop');
  return (
    <Select
      label={t('minutes.language')}
      description={t('minutes.languageHelp')}
      data={languages.map((each) => ({ value: each, label: t(`minutes.languages.${each}`) }))}
      value={value}
      allowDeselect={false}
      onChange={(to) => change((to ?? 'en') as Language)}
      maw="22rem"
      ta="start"
    />
  );
}

function useWrite(record: Workshop) {
  const { id: district } = useDistrict();
  const cache = useQueryClient();
  return useSend({
    send: (language: Language) => writeMinutes(district, record.id, language),
    done: (written) =>
      cache.setQueryData(keyOf(district, 'workshops', record.id, 'minutes'), written),
  });
}

function NotWritten({ record }: { record: Workshop }) {
  const { t } = useTranslation('workshop');
  const { grants } = useDistrict();
  const write = useWrite(record);
  const [language, setLanguage] = useState<Language>('en');
  const lead = mayLead(grants, record.school_id);
  const ended = record.state === 'ended';
  return (
    <EmptyState
      icon={IconFileText}
      title={t('minutes.noneTitle')}
      action={
        lead &&
        ended && (
          <Stack align="center">
            <LanguageChoice value={language} change={setLanguage} />
            <Button loading={write.isPending} onClick={() => write.mutate(language)}>
              {t('minutes.write')}
            </Button>
          </Stack>
        )
      }
    >
      {t(ended ? 'minutes.none' : 'minutes.notYet')}
    </EmptyState>
  );
}

type Fields = Schema<'MinutesFields'>;

function Written({ record, minutes }: { record: Workshop; minutes: Minutes }) {
  const { t } = useTranslation(['workshop', 'app']);
  const { id: district, grants } = useDistrict();
  const [editing, setEditing] = useState(false);
  const lead = mayLead(grants, record.school_id);
  const base = `/api/v1/districts/${district}/workshops/${record.id}/minutes`;
  const write = useWrite(record);
  const again = async (language: Language) => {
    const sure = await confirm({
      title: t('minutes.againTitle'),
      text: t('minutes.againText'),
      action: t('minutes.again'),
    });
    if (sure) write.mutate(language);
  };
  return (
    <>
      <Head
        record={record}
        actions={
          <>
            {lead && !editing && (
              <Button onClick={() => setEditing(true)}>{t('minutes.edit')}</Button>
            )}
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />}>
                  {t('minutes.print')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item component="a" href={`${base}.html`} target="_blank">
                  {t('minutes.document')}
                </Menu.Item>
                <Menu.Item component="a" href={`${base}.pdf`} target="_blank">
                  {t('minutes.pdf')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
            {lead && !editing && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="subtle" loading={write.isPending}>
                    {t('minutes.again')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Label>{t('minutes.language')}</Menu.Label>
                  {languages.map((each) => (
                    <Menu.Item key={each} lang={each} onClick={() => void again(each)}>
                      {t(`minutes.languages.${each}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </>
        }
      />
      {lead && !editing && <Share record={record} minutes={minutes} />}
      {editing ? (
        <Edit record={record} minutes={minutes} close={() => setEditing(false)} />
      ) : (
        <article
          className={classes.minutes}
          lang={minutes.language}
          dir={minutes.language === 'ar' ? 'rtl' : 'ltr'}
        >
          {minutes.sections.map((section) => (
            <section key={section.id}>
              <Title order={2} mb="xs">
                {section.title}
              </Title>
              <div className={classes.text}>{section.text}</div>
            </section>
          ))}
        </article>
      )}
    </>
  );
}

function Share({ record, minutes }: { record: Workshop; minutes: Minutes }) {
  const { t } = useTranslation('workshop');
  const { id: district } = useDistrict();
  const [url, setUrl] = useState<string | null>(null);
  const stale = [keyOf(district, 'workshops', record.id, 'minutes')];
  const share = useSend({
    send: () => shareMinutes(district, record.id),
    stale,
    done: (link) => setUrl(link.url),
  });
  const unshare = useSend({
    send: () => unshareMinutes(district, record.id),
    stale,
    said: t('minutes.unshared'),
    done: () => setUrl(null),
  });
  const address = url && new URL(url, location.origin).href;
  return (
    <Alert variant="outline" color="teal.7" mb="lg" icon={<IconLink aria-hidden />}>
      <Stack gap="sm">
        <Text>
          {t(minutes.shared ? (url ? 'minutes.linkNow' : 'minutes.isShared') : 'minutes.notShared')}
        </Text>
        {address && (
          <Group gap="sm" align="flex-end">
            <TextInput
              label={t('minutes.link')}
              readOnly
              value={address}
              style={{ flex: '1 1 16rem' }}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  leftSection={
                    copied ? (
                      <IconCheck aria-hidden size={18} />
                    ) : (
                      <IconCopy aria-hidden size={18} />
                    )
                  }
                  onClick={copy}
                >
                  {t(copied ? 'minutes.copied' : 'minutes.copy')}
                </Button>
              )}
            </CopyButton>
          </Group>
        )}
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconLink aria-hidden size={18} />}
            loading={share.isPending}
            onClick={() => share.mutate(undefined)}
          >
            {t(minutes.shared ? 'minutes.newLink' : 'minutes.share')}
          </Button>
          {minutes.shared && (
            <Button
              variant="subtle"
              leftSection={<IconLinkOff aria-hidden size={18} />}
              loading={unshare.isPending}
              onClick={() => unshare.mutate(undefined)}
            >
              {t('minutes.unshare')}
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

function Edit({
  record,
  minutes,
  close,
}: {
  record: Workshop;
  minutes: Minutes;
  close: () => void;
}) {
  const { t } = useTranslation(['workshop', 'app']);
  const { id: district } = useDistrict();
  const cache = useQueryClient();
  const editor = useRecordForm<Minutes, Fields>({
    record: minutes,
    fields: ({ title, sections }) => ({ title, sections }),
    save: (fields, version) => replaceMinutes(district, record.id, fields, version),
    saved: (saved) => {
      cache.setQueryData(keyOf(district, 'workshops', record.id, 'minutes'), saved);
      close();
    },
  });
  const { form } = editor;
  const { sections } = form.values;
  const set = (next: Fields['sections']) => form.setFieldValue('sections', next);
  const leave = async () => {
    if (editor.dirty) {
      const sure = await confirm({
        title: t('app:discard.title'),
        text: t('app:discard.text'),
        action: t('app:discard.action'),
        danger: true,
      });
      if (!sure) return;
    }
    close();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void editor.submit();
      }}
      noValidate
    >
      <Stack gap="lg" maw="46rem">
        <TextInput
          label={t('minutes.titleField')}
          maxLength={200}
          {...form.getInputProps('title')}
        />
        {sections.map((section, index) => (
          <section key={section.id} className={classes.section}>
            <Group align="flex-end" gap="xs" wrap="nowrap">
              <TextInput
                label={t('minutes.heading', { number: index + 1 })}
                maxLength={200}
                style={{ flex: 1 }}
                value={section.title}
                error={form.errors[`sections.${index}.title`]}
                onChange={({ currentTarget: { value } }) =>
                  set(sections.map((s) => (s.id === section.id ? { ...s, title: value } : s)))
                }
              />
              <ActionIcon
                aria-label={t('agenda.up', { title: section.title })}
                disabled={index === 0}
                onClick={() => set(moved(sections, index, -1))}
              >
                <IconArrowUp aria-hidden size={20} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('agenda.down', { title: section.title })}
                disabled={index === sections.length - 1}
                onClick={() => set(moved(sections, index, 1))}
              >
                <IconArrowDown aria-hidden size={20} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('agenda.remove', { title: section.title })}
                onClick={() => set(sections.filter(({ id }) => id !== section.id))}
              >
                <IconTrash aria-hidden size={20} />
              </ActionIcon>
            </Group>
            <Textarea
              aria-label={t('minutes.textOf', { title: section.title })}
              mt="xs"
              minRows={3}
              maxLength={20_000}
              value={section.text}
              error={form.errors[`sections.${index}.text`]}
              onChange={({ currentTarget: { value } }) =>
                set(sections.map((s) => (s.id === section.id ? { ...s, text: value } : s)))
              }
            />
          </section>
        ))}
        <Group>
          <Button
            variant="default"
            onClick={() =>
              set([
                ...sections,
                { id: freeId(sections, 'own'), title: t('minutes.newSection'), text: '' },
              ])
            }
          >
            {t('minutes.addSection')}
          </Button>
        </Group>
        <RecordConflicts
          editor={editor}
          label={(field) => t(field === 'title' ? 'minutes.titleField' : 'minutes.text')}
          show={(_, value) =>
            typeof value === 'string'
              ? value
              : value.map((s) => `${s.title}\n${s.text}`).join('\n\n')
          }
        />
        <Group>
          <Button type="submit" loading={editor.saving}>
            {t('app:save.action')}
          </Button>
          <Button variant="default" onClick={() => void leave()}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
