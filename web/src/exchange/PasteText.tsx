import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export function PasteText({ onText }: { onText: (text: string) => void }) {
  const { t } = useTranslation('exchange');
  const [text, setText] = useState('');
  return (
    <Stack gap="sm">
      <Textarea
        label={t('file.pasteLabel')}
        description={t('file.pasteHelp')}
        minRows={4}
        maxRows={12}
        autoFocus
        spellCheck={false}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
      <Group>
        <Button onClick={() => onText(text)} disabled={!text.trim()}>
          {t('file.pasteAction')}
        </Button>
      </Group>
    </Stack>
  );
}
