import { Card, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { needsAction } from '../form';
import { progress } from '../progress';
import { useBook, useTemplate } from './context';

/** For who sees it the first time: three steps. Goes away once half is rated. */
export function Guide() {
  const { t } = useTranslation('balance');
  const { form, editing, template } = useTemplate();
  const { read } = useBook();
  const { answered, total } = progress(form, read);
  const planned = form.functions.some(({ id }) => needsAction(read(id, 'status')));
  if (!editing || template.submissions > 0 || (planned && answered * 2 > total)) return null;
  const district = form.kind === 'district';
  return (
    <Card component="section" aria-labelledby="guide">
      <Title order={2} id="guide" size="h4" mb={4}>
        {t('guide.title')}
      </Title>
      <ol style={{ margin: 0, paddingInlineStart: '1.25rem' }}>
        <li>{t(district ? 'guide.districtRate' : 'guide.rate')}</li>
        <li>{t('guide.plan')}</li>
        <li>{t(district ? 'guide.complete' : 'guide.submit')}</li>
      </ol>
      <Text mt="xs" c="dimmed">
        {t('guide.saved')}
      </Text>
    </Card>
  );
}
