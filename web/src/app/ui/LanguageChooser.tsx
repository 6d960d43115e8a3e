import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { offered, speak } from '../i18n/i18n';
import { isLanguage, languages } from '../i18n/languages';

/** For pages without an account's menu; nothing where only one language is offered. */
export function LanguageChooser({ size = 'md' }: { size?: 'sm' | 'md' }) {
  const { t, i18n } = useTranslation();
  if (offered.length < 2) return null;
  return (
    <NativeSelect
      size={size}
      aria-label={t('user.language')}
      value={i18n.language}
      onChange={({ currentTarget: { value } }) => isLanguage(value) && speak(value)}
      data={offered.map((code) => ({ value: code, label: languages[code].name }))}
    />
  );
}
