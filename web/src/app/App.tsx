import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient } from '@/api/queryClient';
import { directionOf } from './i18n/languages';
import { NewVersion } from './NewVersion';
import { router } from './router';
import { cssVariables, theme } from './theme';
import { Loading } from './ui/Loading';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <DirectionProvider>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          deduplicateInlineStyles
        >
          <LanguageEffects>
            <ModalsProvider>
              <Notifications position="bottom-center" role="status" aria-live="polite" />
              <NewVersion />
              <Suspense fallback={<Loading page />}>
                <RouterProvider router={router} />
              </Suspense>
            </ModalsProvider>
          </LanguageEffects>
        </MantineProvider>
      </DirectionProvider>
    </QueryClientProvider>
  );
}

/** What follows the language besides the strings: direction and calendars. */
function LanguageEffects({ children }: { children: React.ReactNode }) {
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const language = i18n.language;
  useEffect(() => setDirection(directionOf(language)), [language, setDirection]);
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 0 }}>{children}</DatesProvider>
  );
}
