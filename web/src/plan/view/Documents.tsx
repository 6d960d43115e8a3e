import { Button, Menu } from '@mantine/core';
import {
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconHistory,
  IconPencil,
  IconPrinter,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentsOf } from '../queries';

interface DocumentsProps {
  district: string;
  school?: string;
}

/** The plan as a document, made by the server, in a tab of its own. */
export function Documents({ district, school }: DocumentsProps) {
  const { t } = useTranslation('plan');
  const { html, pdf, xlsx } = documentsOf(district, school);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconPrinter aria-hidden size={18} />}>
          {t('documents.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component="a"
          href={html}
          target="_blank"
          rel="noopener"
          leftSection={<IconPrinter aria-hidden size={18} />}
        >
          {t('documents.html')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={pdf}
          target="_blank"
          rel="noopener"
          leftSection={<IconFileTypePdf aria-hidden size={18} />}
        >
          {t('documents.pdf')}
        </Menu.Item>
        <Menu.Item
          component="a"
          href={xlsx}
          download
          leftSection={<IconFileSpreadsheet aria-hidden size={18} />}
        >
          {t('documents.xlsx')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory aria-hidden size={18} />}
          renderRoot={(props: Record<string, unknown>) => (
            <Link
              to="/d/$district/history"
              params={{ district }}
              search={school ? { area: 'plan', school } : { area: 'plan' }}
              {...props}
            />
          )}
        >
          {t('documents.history')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function EditHead({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation('plan');
  return (
    <Button variant="default" leftSection={<IconPencil aria-hidden size={18} />} onClick={onClick}>
      {t('head.edit')}
    </Button>
  );
}
