import { Alert, Button, NativeSelect, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMask } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { useSend } from '@/api/useSend';
import { DateText } from '@/app/ui/DateText';
import { useSession } from '@/identity/session';
import { lastWish, rememberWish } from '../seats';

type Fields = Schema<'SeatFields'>;

interface SeatFormProps {
  door: Schema<'Door'>;
  /** What the seat is now, when it is changed. */
  now?: Fields;
  action: string;
  send: (fields: Fields) => Promise<void>;
}

/** Who sits here, as far as they want to say. */
export function SeatForm({ door, now, action, send }: SeatFormProps) {
  const { t } = useTranslation('room');
  const session = useSession();
  const [before] = useState(lastWish);
  const known = now ?? {
    ...(before ?? {}),
    name: door.anonymous ? '' : ((before?.name || session?.person.name) ?? ''),
    group_id: '',
  };
  const form = useForm<Fields>({
    initialValues: {
      name: known.name ?? '',
      side: pick(door.sides, known.side),
      role: pick(door.roles, known.role),
      school_id:
        door.school_id ??
        (door.schools.some(({ id }) => id === known.school_id) ? (known.school_id ?? null) : null),
      group_id: door.groups.some(({ id }) => id === known.group_id) ? known.group_id : '',
    },
  });
  const take = useSend({
    send: async (fields: Fields) => {
      const { group_id: _, ...wish } = fields;
      await send(fields);
      rememberWish(wish);
    },
  });
  const submit = (fields: Fields) =>
    take.mutate({
      ...fields,
      name: fields.name.trim(),
      school_id: fields.side === 'school' ? fields.school_id || null : null,
    });
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="lg">
        {door.anonymous && (
          <Alert variant="outline" color="teal.7" icon={<IconMask aria-hidden />}>
            {t('join.anonymous')}
          </Alert>
        )}
        <TextInput
          label={t('join.name')}
          description={t(door.anonymous ? 'join.nameAnonymous' : 'join.nameHelp')}
          maxLength={80}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        {door.sides.length > 1 && (
          <Radio.Group label={t('join.side')} {...form.getInputProps('side')}>
            <Stack gap="xs" mt={6}>
              {door.sides.map((side) => (
                <Radio key={side} value={side} label={t(`sidesLong.${side}`)} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {form.values.side === 'school' && !door.school_id && door.schools.length > 0 && (
          <NativeSelect
            size="md"
            label={t('join.school')}
            data={[
              { value: '', label: t('join.noSchool') },
              ...door.schools.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={form.values.school_id ?? ''}
            onChange={({ currentTarget: { value } }) =>
              form.setFieldValue('school_id', value || null)
            }
          />
        )}
        {door.roles.length > 1 && (
          <NativeSelect
            size="md"
            label={t('join.role')}
            data={door.roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
            {...form.getInputProps('role')}
          />
        )}
        {door.groups.length > 0 && (
          <NativeSelect
            size="md"
            label={t('join.group')}
            description={t('join.groupHelp')}
            data={[
              { value: '', label: t('join.noGroup') },
              ...door.groups.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.getInputProps('group_id')}
          />
        )}
        <Button type="submit" size="lg" loading={take.isPending}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}

function pick<T>(offered: readonly T[], wished: T | undefined): T {
  return (wished !== undefined && offered.includes(wished) ? wished : offered[0]) as T;
}

/** What one joins, before one has said who one is. */
export function DoorWords({ door }: { door: Schema<'Door'> }) {
  const { t } = useTranslation('room');
  return (
    <Stack gap="xs" mb="lg">
      <Text c="dimmed">{door.district_name}</Text>
      <Title order={1}>{door.title}</Title>
      {door.intro && <Text style={{ whiteSpace: 'pre-line' }}>{door.intro}</Text>}
      {door.mode === 'survey' && door.closes_at && (
        <Text fw={600}>
          {t('join.openUntil')} <DateText value={door.closes_at} form="time" />
        </Text>
      )}
    </Stack>
  );
}
