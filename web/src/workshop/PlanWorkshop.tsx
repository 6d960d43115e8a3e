import { Button, Checkbox, Radio, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyOf } from '@/api/keys';
import { fieldErrors } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { FormDialog } from '@/app/ui/FormDialog';
import { QueryView } from '@/app/ui/QueryView';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import { useDistrict } from '@/identity/session';
import type { RoomPack } from '@/room/pack';
import { agendaOf, minutesOf } from '@/room/rules/agenda';
import { createWorkshop, newestPackQuery, type WorkshopFields } from './queries';
import { placesToPlan } from './rights';
import { surveySteps } from './rules';

/** A button, and what one has to say for a workshop to be there: minutes later one can start. */
export function PlanWorkshop() {
  const { t } = useTranslation('workshop');
  const { id: district, grants } = useDistrict();
  const [opened, setOpened] = useState(false);
  const pack = useQuery({ ...newestPackQuery(district), enabled: opened });
  const places = placesToPlan(grants);
  if (!places.district && places.schools.length === 0) return null;
  return (
    <>
      <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setOpened(true)}>
        {t('plan.action')}
      </Button>
      {opened && pack.data && <PlanForm pack={pack.data} close={() => setOpened(false)} />}
      {opened && !pack.data && pack.error && <QueryView query={pack}>{() => null}</QueryView>}
    </>
  );
}

interface Wishes {
  title: string;
  activities: string[];
  mode: 'live' | 'survey';
  anonymous: boolean;
  groups: string;
  closes_on: string;
}

function PlanForm({ pack, close }: { pack: RoomPack; close: () => void }) {
  const { t } = useTranslation('workshop');
  const { id: district, grants } = useDistrict();
  const navigate = useNavigate();
  const places = placesToPlan(grants);
  const [place, setPlace] = useState<string | null>(
    places.schools === 'all' ? null : (places.schools[0] ?? null),
  );
  const form = useForm<Wishes>({
    initialValues: {
      title: '',
      activities: pack.activities.map(({ id }) => id),
      mode: 'live',
      anonymous: false,
      groups: '0',
      closes_on: '',
    },
    validate: {
      title: (title) => (title.trim() ? null : t('plan.titleMissing')),
      activities: (chosen) => (chosen.length > 0 ? null : t('plan.activitiesMissing')),
      closes_on: (day, { mode }) => (mode === 'survey' && !day ? t('plan.closesMissing') : null),
    },
  });
  const { mode } = form.values;
  const agenda = (activities: string[]) => {
    // In the pack's order, whatever the order of ticking.
    const chosen = pack.activities.map(({ id }) => id).filter((id) => activities.includes(id));
    const steps = agendaOf(pack, chosen);
    return mode === 'survey' ? surveySteps(steps) : steps;
  };
  const create = useSend({
    send: (fields: WorkshopFields, headers) =>
      createWorkshop(district, place, fields, headers.create),
    stale: [keyOf(district, 'workshops')],
    handles: [422],
    done: ({ id }) =>
      void navigate({
        to: '/d/$district/workshops/$workshop',
        params: { district, workshop: id },
      }),
  });
  const submit = form.onSubmit((wishes) =>
    create.mutate(
      {
        title: wishes.title.trim(),
        intro: '',
        mode: wishes.mode,
        anonymous: wishes.anonymous,
        smallest_group: wishes.anonymous ? 5 : 3,
        starts_at: null,
        closes_at: wishes.mode === 'survey' ? endOfDay(wishes.closes_on) : null,
        groups: Array.from({ length: Number(wishes.groups) }, (_, index) => ({
          id: `group-${index + 1}`,
          name: t('plan.groupName', { number: index + 1 }),
        })),
        agenda: agenda(wishes.activities),
        ready: [],
      },
      { onError: (error) => form.setErrors(fieldErrors(error)) },
    ),
  );
  return (
    <FormDialog
      opened
      title={t('plan.title')}
      onClose={close}
      onSubmit={() => submit()}
      dirty={form.isDirty()}
      saving={create.isPending}
      action={t('plan.confirm')}
    >
      <TextInput
        label={t('fields.title')}
        description={t('plan.titleHelp')}
        required
        data-autofocus
        maxLength={200}
        {...form.getInputProps('title')}
      />
      <SchoolPicker
        label={t('fields.school')}
        value={place}
        onChange={setPlace}
        allowDeselect={false}
        {...(places.district ? { none: t('plan.wholeDistrict') } : {})}
        {...(places.schools === 'all' ? {} : { only: places.schools })}
      />
      <Radio.Group label={t('fields.mode')} {...form.getInputProps('mode')}>
        <Stack gap="xs" mt={6}>
          <Radio value="live" label={t('mode.live')} description={t('mode.liveHelp')} />
          <Radio value="survey" label={t('mode.survey')} description={t('mode.surveyHelp')} />
        </Stack>
      </Radio.Group>
      {mode === 'survey' && (
        <TextInput
          type="date"
          label={t('fields.closes_at')}
          required
          {...form.getInputProps('closes_on')}
        />
      )}
      <Checkbox.Group
        label={t('plan.activities')}
        description={t('plan.minutes', {
          count: minutesOf(agenda(form.values.activities)),
        })}
        {...form.getInputProps('activities')}
      >
        <Stack gap="xs" mt={6}>
          {pack.activities
            .filter(({ id }) => mode === 'live' || surveySteps(agendaOf(pack, [id])).length > 0)
            .map(({ id, number, title, purpose }) => (
              <Checkbox
                key={id}
                value={id}
                label={`${number}. ${title}`}
                description={<span lang={pack.language}>{purpose}</span>}
              />
            ))}
        </Stack>
      </Checkbox.Group>
      {mode === 'live' && (
        <Radio.Group
          label={t('plan.groups')}
          description={t('plan.groupsHelp')}
          {...form.getInputProps('groups')}
        >
          <Stack gap="xs" mt={6}>
            {['0', '2', '3', '4', '6', '8'].map((count) => (
              <Radio
                key={count}
                value={count}
                label={
                  count === '0'
                    ? t('plan.noGroups')
                    : t('plan.groupCount', { count: Number(count) })
                }
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Switch
        label={t('fields.anonymous')}
        description={t('plan.anonymousHelp')}
        {...form.getInputProps('anonymous', { type: 'checkbox' })}
      />
      <Text size="sm" c="dimmed">
        {t('plan.later')}
      </Text>
    </FormDialog>
  );
}

/** The last moment of a day where the person is. */
function endOfDay(day: string): string {
  return new Date(`${day}T23:59:00`).toISOString();
}
