import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { IconFileImport, IconPencil, IconPlus, IconSchool, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/app/ui/EmptyState';
import { ButtonLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { ADMIN, useDistrict, useMay, useMySchools } from '@/identity/session';
import { useLive } from '@/live/useLive';
import { teamsQuery } from '@/team/queries';
import { AddSchool } from './AddSchool';
import { EditDistrict } from './EditDistrict';
import { EditSchool } from './EditSchool';
import { districtQuery, latestTemplatesQuery, type School, useSchools } from './queries';
import { chosenSchools } from './rules';
import { SchoolRow } from './SchoolRow';
import classes from './Schools.module.css';

export function SchoolsPage() {
  const { t } = useTranslation('schools');
  const { id: district } = useDistrict();
  const isAdmin = useMay({ district: ADMIN });
  const [open, setOpen] = useState<'add' | 'district' | School['id'] | null>(null);
  useLive(district, 'schools');
  useLive(district, 'rounds');
  useLive(district, 'teams');
  const query = useSchools(district);
  const record = useQuery(districtQuery(district)).data;
  const edited = query.data?.find(({ id }) => id === open);
  const close = () => setOpen(null);

  const importLink = (
    <ButtonLink
      to="/d/$district/import"
      params={{ district }}
      search={{ kind: 'schools' }}
      variant="default"
      leftSection={<IconFileImport aria-hidden size={20} />}
    >
      {t('import')}
    </ButtonLink>
  );
  const addButton = (
    <Button leftSection={<IconPlus aria-hidden size={20} />} onClick={() => setOpen('add')}>
      {t('addAction')}
    </Button>
  );

  return (
    <>
      <PageHeader
        title={t('title')}
        lead={record && t('lead', { name: record.name, code: record.code })}
        actions={
          isAdmin && (
            <>
              {addButton}
              {importLink}
              <Button
                variant="subtle"
                leftSection={<IconPencil aria-hidden size={20} />}
                onClick={() => setOpen('district')}
                disabled={!record}
              >
                {t('district.edit')}
              </Button>
            </>
          )
        }
      />
      <QueryView query={query} rows={8}>
        {(schools) =>
          schools.length === 0 ? (
            <EmptyState
              icon={IconSchool}
              title={t('empty.title')}
              action={isAdmin && <Group justify="center">{importLink}</Group>}
            >
              {t(isAdmin ? 'empty.admin' : 'empty.others')}
            </EmptyState>
          ) : (
            <SchoolList
              schools={schools}
              {...(isAdmin ? { onEdit: (school: School) => setOpen(school.id) } : {})}
            />
          )
        }
      </QueryView>
      {isAdmin && <AddSchool opened={open === 'add'} onClose={close} />}
      {edited && <EditSchool key={edited.id} school={edited} onClose={close} />}
      {open === 'district' && record && <EditDistrict district={record} onClose={close} />}
    </>
  );
}

interface SchoolListProps {
  schools: School[];
  onEdit?: (school: School) => void;
}

function SchoolList({ schools, onEdit }: SchoolListProps) {
  const { t } = useTranslation('schools');
  const { id: district } = useDistrict();
  const mySchools = useMySchools();
  const [q, setQ] = useState('');
  const [closed, setClosed] = useState(false);
  const teams = useQuery(teamsQuery(district)).data ?? [];
  const templates = useQuery(latestTemplatesQuery(district)).data ?? {};
  const anyClosed = schools.some(({ status }) => status === 'closed');
  const shown = chosenSchools(schools, { q, closed });
  // One's own first: a principal does not search for her school.
  const mine = (school: School) => mySchools.includes(school.id);
  const ordered = [...shown.filter(mine), ...shown.filter((school) => !mine(school))];

  return (
    <Stack gap="md">
      <Group align="flex-end" gap="md">
        <TextInput
          type="search"
          label={t('search')}
          leftSection={<IconSearch aria-hidden size={20} />}
          flex="0 1 24rem"
          value={q}
          onChange={({ currentTarget: { value } }) => setQ(value)}
        />
        {anyClosed && (
          <Switch
            label={t('showClosed')}
            checked={closed}
            onChange={({ currentTarget: { checked } }) => setClosed(checked)}
            mb={8}
          />
        )}
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {t('count', { count: ordered.length })}
      </Text>
      {ordered.length > 0 && (
        <ul className={classes.list}>
          {ordered.map((school) => (
            <SchoolRow
              key={school.id}
              district={district}
              school={school}
              team={teams.find(({ school_id }) => school_id === school.id)}
              template={templates[school.id]}
              mine={mine(school)}
              onEdit={onEdit && (() => onEdit(school))}
            />
          ))}
        </ul>
      )}
    </Stack>
  );
}
