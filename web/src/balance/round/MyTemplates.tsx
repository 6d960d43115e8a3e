import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '@/app/ui/links';
import { StatusBadge } from '@/app/ui/StatusBadge';
import { useDistrict } from '@/identity/session';
import type { Column } from '../heat';

/** For people of a school: their own template comes first, with the next thing to do. */
export function MyTemplates({ columns }: { columns: Column[] }) {
  const { t } = useTranslation('balance');
  const { id: district } = useDistrict();
  return columns.map(({ template, name }) => {
    const { answered, total } = template.progress;
    const next =
      template.state === 'returned'
        ? 'mend'
        : template.state !== 'draft'
          ? 'read'
          : answered === 0
            ? 'start'
            : 'continue';
    return (
      <Card key={template.id} component="section">
        <Group justify="space-between">
          <Stack gap={4}>
            <Group gap="sm">
              <Title order={2} size="h3">
                {name}
              </Title>
              <StatusBadge status={template.state} />
            </Group>
            <Text c="dimmed">{t('progress.rated', { count: answered, total })}</Text>
          </Stack>
          <ButtonLink
            to="/d/$district/templates/$template"
            params={{ district, template: template.id }}
            variant={next === 'read' ? 'default' : 'filled'}
          >
            {t(`mine.${next}`)}
          </ButtonLink>
        </Group>
      </Card>
    );
  });
}
