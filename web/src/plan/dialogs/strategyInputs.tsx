import { Checkbox, Radio, SimpleGrid, Stack } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { systems, tiers } from '../rules/words';

/** How strong the evidence is, each tier with what it takes. */
export function TierInput(props: GetInputPropsReturnType) {
  const { t } = useTranslation('plan');
  return (
    <Radio.Group label={t('strategy.fields.evidence_tier')} description={t('tier.lead')} {...props}>
      <Stack gap="sm" mt="xs">
        {tiers.map((tier) => (
          <Radio
            key={tier}
            value={tier}
            label={t(`tier.${tier}.name`)}
            description={t(`tier.${tier}.text`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Which of the district's systems it needs. */
export function SystemsInput(props: GetInputPropsReturnType) {
  const { t } = useTranslation('plan');
  return (
    <Checkbox.Group label={t('strategy.fields.systems')} description={t('system.lead')} {...props}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" mt="xs">
        {systems.map((system) => (
          <Checkbox key={system} value={system} label={t(`system.${system}`)} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
