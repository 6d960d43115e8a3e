import { Button, Container, Group, Stack, Text, Title } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Our own mistake. What was typed in saved fields is kept, so reloading is safe. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Container size="sm" py="xl" role="alert">
      <Stack gap="md">
        <Title order={1}>{t('error.title')}</Title>
        <Text>{t('error.text')}</Text>
        <Group>
          <Button onClick={reset}>{t('again')}</Button>
          <Button variant="default" onClick={() => location.reload()}>
            {t('reload')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {error instanceof Error ? error.message : String(error)}
        </Text>
      </Stack>
    </Container>
  );
}
