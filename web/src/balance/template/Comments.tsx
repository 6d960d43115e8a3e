import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, body } from '@/api/client';
import { keyOf } from '@/api/keys';
import { useSend } from '@/api/useSend';
import { DateText } from '@/app/ui/DateText';
import { templateKey } from '../queries';
import classes from './Comments.module.css';
import { useTemplate } from './context';
import { useKept } from './useKept';

/** What people say about a function, or about the whole template (`functionId` null). */
export function Comments({ functionId, label }: { functionId: string | null; label: string }) {
  const { t } = useTranslation('balance');
  const { template, rights } = useTemplate();
  const comments = template.comments.filter((c) => (c.function_id ?? null) === functionId);
  const title = useId();
  if (comments.length === 0 && !rights.comment) return null;
  return (
    <div className={classes.comments}>
      {comments.length > 0 && (
        <>
          <Text id={title} fw={600} size="sm">
            {t('comments.title', { count: comments.length })}
          </Text>
          <ul aria-labelledby={title} className={classes.list}>
            {comments.map((comment) => (
              <li key={comment.id} className={classes.comment}>
                <Text size="sm" c="dimmed">
                  <Text span fw={600} c="var(--mantine-color-text)">
                    {comment.person_name}
                  </Text>{' '}
                  <DateText value={comment.created_at} form="relative" />
                  {comment.submission > 0 &&
                    ` · ${t('comments.about', { number: comment.submission })}`}
                </Text>
                <div className={classes.words}>{comment.body}</div>
              </li>
            ))}
          </ul>
        </>
      )}
      {rights.comment && <AddComment functionId={functionId} label={label} />}
    </div>
  );
}

function AddComment({ functionId, label }: { functionId: string | null; label: string }) {
  const { t } = useTranslation(['balance', 'app']);
  const { district, template } = useTemplate();
  const [text, setText] = useKept(`comment.${template.id}.${functionId ?? ''}`);
  const [open, setOpen] = useState(text !== '');
  const opener = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useEffect(() => {
    if (!open && back.current) opener.current?.focus();
    back.current = open;
  }, [open]);

  const send = useSend({
    send: (words: string, { create }) =>
      body(
        api.POST('/districts/{district}/templates/{template}/comments', {
          params: { path: { district, template: template.id }, header: create },
          body: { function_id: functionId, body: words },
        }),
      ),
    stale: [templateKey(district, template.id), keyOf(district, 'rounds')],
    said: t('comments.added'),
    done: () => {
      setText('');
      setOpen(false);
    },
  });

  if (!open) {
    return (
      <div>
        <Button
          ref={opener}
          variant="subtle"
          leftSection={<IconMessagePlus aria-hidden size={18} />}
          aria-label={`${t('comments.add')}: ${label}`}
          onClick={() => setOpen(true)}
        >
          {t('comments.add')}
        </Button>
      </div>
    );
  }
  const words = text.trim();
  return (
    <Stack gap="xs">
      <Textarea
        autoFocus={text === ''}
        label={t('comments.label', { label })}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs">
        <Button disabled={!words} loading={send.isPending} onClick={() => send.mutate(words)}>
          {t('comments.send')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            setText('');
            setOpen(false);
          }}
        >
          {t('app:cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
