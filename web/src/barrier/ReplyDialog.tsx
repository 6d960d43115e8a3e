import { Radio, Select, Stack, Text, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schema } from '@/api/client';
import { Typed } from '@/app/ui/Facts';
import { RecordEditor } from '@/app/ui/RecordEditor';
import { useDistrict } from '@/identity/session';
import { type Barrier, barriersQuery, replies, replyToBarrier, staleBarriers } from './queries';

const fresh = '-';

/** The district's answer to what a school has raised. */
export function ReplyDialog({ barrier, onClose }: { barrier: Barrier; onClose: () => void }) {
  const { t } = useTranslation('barrier');
  const { id: district } = useDistrict();
  const own = useInfiniteQuery(barriersQuery(district, { school: 'district' }));
  const known = own.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <RecordEditor<Barrier, Schema<'ReplyFields'>>
      title={t('answerTitle')}
      record={barrier}
      fields={() => ({ reply: 'taken_up', text: '', district_barrier_id: null })}
      save={(fields, version) =>
        replyToBarrier(
          district,
          barrier.id,
          fields.reply === 'taken_up' ? fields : { ...fields, district_barrier_id: null },
          version,
        )
      }
      stale={staleBarriers(district)}
      said={t('answered')}
      action={t('answer')}
      validate={{ text: (text) => (text.trim() ? null : t('sayWhy')) }}
      label={(field) => t(`replyFields.${field}`)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <div>
            <Text fw={600}>{t('raisedBy', { name: barrier.raised_by })}</Text>
            <Typed>{barrier.raised_note}</Typed>
          </div>
          <Radio.Group label={t('replyFields.reply')} {...form.getInputProps('reply')}>
            <Stack gap="xs" mt="xs">
              {replies.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`reply.${value}`)}
                  description={t(`replyHelp.${value}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {form.values.reply === 'taken_up' && (
            <Select
              label={t('replyFields.district_barrier_id')}
              searchable
              allowDeselect={false}
              data={[
                { value: fresh, label: t('newOne') },
                ...known.map(({ id, title }) => ({ value: id, label: title })),
              ]}
              value={form.values.district_barrier_id ?? fresh}
              onChange={(value) =>
                form.setFieldValue('district_barrier_id', value === fresh ? null : value)
              }
              error={form.errors.district_barrier_id}
            />
          )}
          <Textarea
            label={t('replyFields.text')}
            required
            maxLength={4000}
            autosize
            minRows={3}
            {...form.getInputProps('text')}
          />
        </>
      )}
    </RecordEditor>
  );
}
