import { Alert, Textarea } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface OverReasonProps {
  /** In cents; nothing is shown up to 0, unless the server saw more. */
  over: number;
  /** The amounts, in words. */
  text: string;
  input: GetInputPropsReturnType;
}

/** Beyond what there is: the amounts, and the reason without which it is not saved. */
export function OverReason({ over, text, input }: OverReasonProps) {
  const { t } = useTranslation('fund');
  if (over <= 0 && !input.error) return null;
  return (
    <Alert
      role="status"
      variant="outline"
      color="red.8"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('over.warning')}
    >
      {over > 0 && <p>{text}</p>}
      <Textarea
        label={t('over.reason')}
        required
        autosize
        minRows={2}
        maxLength={500}
        {...input}
        value={input.value ?? ''}
      />
    </Alert>
  );
}
