import { Container } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from './ui/EmptyState';
import { ButtonLink } from './ui/links';
import { PageHeader } from './ui/PageHeader';

/** Also shown for what belongs to someone else: the server does not say which it is. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('notFound.title')} />
      <EmptyState
        icon={IconMapQuestion}
        title={t('notFound.heading')}
        action={<ButtonLink to="/">{t('notFound.home')}</ButtonLink>}
      >
        {t('notFound.text')}
      </EmptyState>
    </>
  );
}

/** Outside of any district there is no shell around it. */
export function NotFoundAlone() {
  return (
    <Container component="main" size="md" py="xl">
      <NotFound />
    </Container>
  );
}
