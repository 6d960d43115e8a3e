import { Button, Stack, Text, TextInput, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tidyCode } from '../rules/code';
import { JoinFrame } from './JoinFrame';
import classes from './JoinFrame.module.css';

/** Where one types the code that the screen shows. */
export function JoinPage() {
  const { t } = useTranslation('room');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const go = (event: FormEvent) => {
    event.preventDefault();
    const code = tidyCode(typed);
    if (code.length === 6) void navigate({ to: '/join/$code', params: { code } });
    else setError(t('join.codeLength'));
  };
  return (
    <JoinFrame title={t('join.title')}>
      <form onSubmit={go} noValidate>
        <Stack gap="md">
          <Title order={1}>{t('join.title')}</Title>
          <Text c="dimmed">{t('join.lead')}</Text>
          <TextInput
            label={t('join.code')}
            className={classes.code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus
            maxLength={12}
            value={typed}
            error={error}
            onChange={({ currentTarget: { value } }) => {
              setError(null);
              setTyped(value);
            }}
          />
          <Button type="submit" size="lg">
            {t('join.go')}
          </Button>
        </Stack>
      </form>
    </JoinFrame>
  );
}
