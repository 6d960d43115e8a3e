import { Radio, SimpleGrid, Text } from '@mantine/core';
import { IconSchool, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDistrict } from '@/identity/session';
import { useSchools } from '@/schools/queries';
import classes from './Import.module.css';
import type { ImportKind } from './rules';

interface KindChoiceProps {
  kind: ImportKind;
  onChange: (kind: ImportKind) => void;
}

const kinds = [
  ['schools', IconSchool],
  ['people', IconUsers],
] as const;

export function KindChoice({ kind, onChange }: KindChoiceProps) {
  const { t } = useTranslation('exchange');
  const { id } = useDistrict();
  const { data: schools } = useSchools(id);
  return (
    <section aria-labelledby="import-kind">
      <h2 id="import-kind" className={classes.step}>
        {t('kind.title')}
      </h2>
      <Radio.Group
        value={kind}
        onChange={(value) => onChange(value as ImportKind)}
        aria-labelledby="import-kind"
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {kinds.map(([value, Icon]) => (
            <Radio.Card key={value} value={value} className={classes.kind} p="md">
              <Radio.Indicator aria-hidden />
              <Icon aria-hidden size={26} stroke={1.75} />
              <span>
                <Text component="span" fw={600} display="block">
                  {t(`kind.${value}`)}
                </Text>
                <Text component="span" size="sm" c="dimmed">
                  {t(`kind.${value}Text`)}
                </Text>
              </span>
            </Radio.Card>
          ))}
        </SimpleGrid>
      </Radio.Group>
      {kind === 'people' && schools?.length === 0 && (
        <Text role="note" mt="sm">
          {t('kind.schoolsFirst')}
        </Text>
      )}
    </section>
  );
}
