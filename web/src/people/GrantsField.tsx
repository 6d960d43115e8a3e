import { Button, Fieldset, Group, NativeSelect, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SchoolPicker } from '@/app/ui/SchoolPicker';
import type { Role } from '@/identity/session';
import classes from './GrantsField.module.css';
import type { PersonFields } from './queries';
import { districtRoles, isSchoolRole, schoolRoles, withRole } from './rules';

/** What a person may do, and where: one line for each role. */
export function GrantsField({ form }: { form: UseFormReturnType<PersonFields> }) {
  const { t } = useTranslation(['people', 'app']);
  const { grants } = form.values;
  const add = useRef<HTMLButtonElement>(null);
  const option = (role: Role) => ({ value: role, label: t(`app:roles.${role}`) });
  const roles = [
    { group: t('grants.district'), items: districtRoles.map(option) },
    { group: t('grants.school'), items: schoolRoles.map(option) },
  ];

  const setRole = (index: number, role: Role) => {
    const grant = grants[index];
    if (grant) form.replaceListItem('grants', index, withRole(grant, role));
  };
  const remove = (index: number) => {
    form.removeListItem('grants', index);
    add.current?.focus();
  };

  return (
    <Fieldset legend={t('grants.title')}>
      <Stack gap="md">
        {grants.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('grants.none')}
          </Text>
        )}
        {grants.map(({ role, school_id }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a grant has no id; its place is what it is
          <div key={index} className={classes.grant}>
            <NativeSelect
              label={t('grants.role')}
              description={t(`roleHelp.${role}`)}
              size="md"
              data={roles}
              value={role}
              onChange={({ currentTarget: { value } }) => setRole(index, value as Role)}
              error={form.errors[`grants.${index}.role`] ?? form.errors[`grants.${index}`]}
            />
            {isSchoolRole(role) && (
              <SchoolPicker
                label={t('grants.which')}
                required
                value={school_id}
                onChange={(school) => form.setFieldValue(`grants.${index}.school_id`, school)}
                error={form.errors[`grants.${index}.school_id`]}
              />
            )}
            <Group justify="flex-end">
              <Button
                variant="subtle"
                leftSection={<IconTrash aria-hidden size={18} />}
                onClick={() => remove(index)}
                aria-label={t('grants.removeThis', { role: t(`app:roles.${role}`) })}
              >
                {t('app:remove')}
              </Button>
            </Group>
          </div>
        ))}
        <Button
          ref={add}
          variant="default"
          leftSection={<IconPlus aria-hidden size={18} />}
          onClick={() => form.insertListItem('grants', { role: 'school_member', school_id: null })}
        >
          {t('grants.add')}
        </Button>
      </Stack>
    </Fieldset>
  );
}
