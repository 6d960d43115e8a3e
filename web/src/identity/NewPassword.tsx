import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortestPassword } from './setup';

/** A password that is being chosen: the rule stands there before one errs. */
export function NewPassword(props: PasswordInputProps) {
  const { t } = useTranslation('identity');
  return (
    <PasswordInput
      label={t('newPassword.label')}
      description={t('newPassword.rule', { count: shortestPassword })}
      autoComplete="new-password"
      maxLength={200}
      required
      {...props}
    />
  );
}

export const longEnough = (password: string) => password.length >= shortestPassword;
