import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTemplate } from './context';
import { steps, useStep } from './steps';
import { useKept } from './useKept';

interface MessageStepProps {
  step: 'return' | 'accept' | 'reopen';
  icon: React.ReactNode;
  primary?: boolean;
}

/** A step of the district team that goes with words: to return needs them, to accept may have them. */
export function MessageStep({ step, icon, primary = false }: MessageStepProps) {
  const { t } = useTranslation(['balance', 'app']);
  const { template } = useTemplate();
  const [opened, setOpened] = useState(false);
  const [message, setMessage] = useKept(`${step}.${template.id}`);
  const [tried, setTried] = useState(false);
  const needed = step !== 'accept';
  const take = useStep(t(`review.${step}.said`), () => {
    setMessage('');
    setOpened(false);
  });
  const words = message.trim();
  const lacking = needed && !words;
  return (
    <>
      <Button
        variant={primary ? 'filled' : 'default'}
        leftSection={icon}
        onClick={() => setOpened(true)}
      >
        {t(`review.${step}.action`)}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t(`review.${step}.title`)}
        closeButtonProps={{ 'aria-label': t('app:close') }}
      >
        <Stack gap="md">
          <Text>{t(`review.${step}.text`)}</Text>
          <Textarea
            data-autofocus
            label={t(`review.${step}.message`)}
            required={needed}
            maxLength={4000}
            value={message}
            error={tried && lacking ? t('review.needed') : null}
            onChange={(event) => setMessage(event.currentTarget.value)}
          />
          <Group>
            <Button
              loading={take.pending}
              onClick={() => {
                setTried(true);
                if (!lacking) take.take(steps[step](words));
              }}
            >
              {t(`review.${step}.confirm`)}
            </Button>
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('app:cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
