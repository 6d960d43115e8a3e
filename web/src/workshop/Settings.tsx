import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Radio,
  SimpleGrid,
  Stack,
  Switch,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Workshop, WorkshopFields } from './queries';
import { freeId, localTime, momentOf } from './rules';

/** When, who, in which groups, and how private. */
export function Settings({ form, record }: SettingsProps) {
  const { t } = useTranslation(['workshop', 'app']);
  const begun = record.state !== 'planned';
  const { groups, mode, anonymous, starts_at, closes_at } = form.values;
  return (
    <Stack gap="lg">
      <Title order={2}>{t('settings')}</Title>
      <Textarea
        label={t('fields.intro')}
        description={t('introHelp')}
        maxLength={4000}
        {...form.getInputProps('intro')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="datetime-local"
          label={t('fields.starts_at')}
          error={form.errors.starts_at}
          value={localTime(starts_at)}
          onChange={({ currentTarget }) =>
            form.setFieldValue('starts_at', momentOf(currentTarget.value))
          }
        />
        {mode === 'survey' && (
          <TextInput
            type="datetime-local"
            label={t('fields.closes_at')}
            error={form.errors.closes_at}
            value={localTime(closes_at)}
            onChange={({ currentTarget }) =>
              form.setFieldValue('closes_at', momentOf(currentTarget.value))
            }
          />
        )}
      </SimpleGrid>
      {!begun && (
        <Radio.Group label={t('fields.mode')} {...form.getInputProps('mode')}>
          <Stack gap="xs" mt={6}>
            <Radio value="live" label={t('mode.live')} description={t('mode.liveHelp')} />
            <Radio value="survey" label={t('mode.survey')} description={t('mode.surveyHelp')} />
          </Stack>
        </Radio.Group>
      )}
      <Stack gap="xs">
        <Title order={3}>{t('fields.groups')}</Title>
        {groups.map((group, index) => (
          <Group key={group.id} gap="xs" wrap="nowrap">
            <TextInput
              aria-label={t('groupName', { number: index + 1 })}
              maxLength={80}
              style={{ flex: 1, maxInlineSize: '24rem' }}
              error={form.errors[`groups.${index}.name`]}
              value={group.name}
              onChange={({ currentTarget: { value } }) =>
                form.setFieldValue(
                  'groups',
                  groups.map((each) => (each.id === group.id ? { ...each, name: value } : each)),
                )
              }
            />
            <ActionIcon
              aria-label={t('groupRemove', { name: group.name })}
              onClick={() =>
                form.setFieldValue(
                  'groups',
                  groups.filter(({ id }) => id !== group.id),
                )
              }
            >
              <IconTrash aria-hidden size={20} />
            </ActionIcon>
          </Group>
        ))}
        {groups.length < 40 && (
          <Group>
            <Button
              variant="default"
              size="sm"
              leftSection={<IconPlus aria-hidden size={18} />}
              onClick={() =>
                form.setFieldValue('groups', [
                  ...groups,
                  {
                    id: freeId(groups, 'group'),
                    name: t('plan.groupName', { number: groups.length + 1 }),
                  },
                ])
              }
            >
              {t('groupAdd')}
            </Button>
          </Group>
        )}
      </Stack>
      <Switch
        label={t('fields.anonymous')}
        description={t('plan.anonymousHelp')}
        disabled={begun}
        checked={anonymous}
        onChange={({ currentTarget: { checked } }) => {
          form.setFieldValue('anonymous', checked);
          if (checked && form.values.smallest_group < 3) form.setFieldValue('smallest_group', 5);
        }}
      />
      <NumberInput
        label={t('fields.smallest_group')}
        description={t('smallestHelp')}
        min={anonymous ? 3 : 1}
        max={20}
        maw="16rem"
        allowDecimal={false}
        {...form.getInputProps('smallest_group')}
      />
    </Stack>
  );
}

interface SettingsProps {
  form: UseFormReturnType<WorkshopFields>;
  record: Workshop;
}
