import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cardId } from '../form';
import { useTemplate } from './context';
import { goTo } from './focus';

/** Which functions the district commented on in this review: each a step away. */
export function ReturnedComments({ submission }: { submission: number }) {
  const { t } = useTranslation('balance');
  const { template, form } = useTemplate();
  const commented = new Set(
    template.comments
      .filter((comment) => comment.submission === submission)
      .map((comment) => comment.function_id),
  );
  const items = form.functions.filter(({ id }) => commented.has(id));
  if (items.length === 0) return null;
  return (
    <div>
      <Text fw={600} size="sm">
        {t('state.commented', { count: items.length })}
      </Text>
      <ul style={{ margin: 0, paddingInlineStart: 0, listStyle: 'none' }}>
        {items.map((item) => (
          <li key={item.id}>
            <Button
              variant="subtle"
              h="auto"
              py={4}
              styles={{ label: { whiteSpace: 'normal', textAlign: 'start' } }}
              onClick={() => goTo(cardId(item.id))}
            >
              {item.title}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
