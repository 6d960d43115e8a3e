import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import type { ComponentType, ReactNode } from 'react';

interface EmptyStateProps {
  icon: ComponentType<{ size?: number | string; 'aria-hidden'?: boolean }>;
  /** What belongs here. */
  title: string;
  /** Why it matters and how it begins: an empty page teaches. */
  children: ReactNode;
  /** The first step. */
  action?: ReactNode;
  /** Of its title; 3 inside a part of a page. */
  order?: 2 | 3;
}

export function EmptyState({ icon: Icon, title, children, action, order = 2 }: EmptyStateProps) {
  return (
    <Stack align="center" ta="center" gap="sm" py="xl" px="md" maw="36rem" mx="auto">
      <ThemeIcon size={64} radius="xl" variant="light">
        <Icon aria-hidden size={32} />
      </ThemeIcon>
      <Title order={order} size="h2">
        {title}
      </Title>
      <Text component="div" c="dimmed">
        {children}
      </Text>
      {action}
    </Stack>
  );
}
