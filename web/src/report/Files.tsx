import { Button, Group } from '@mantine/core';
import {
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconFileZip,
  IconPrinter,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const icons = {
  html: IconPrinter,
  pdf: IconFileTypePdf,
  xlsx: IconFileSpreadsheet,
  zip: IconFileZip,
};

type Form = keyof typeof icons;

interface FilesProps {
  /** What the document is called, for those who hear the links one by one. */
  what: string;
  files: Partial<Record<Form, string>>;
}

/** The forms in which a document can be had. */
export function Files({ what, files }: FilesProps) {
  const { t } = useTranslation('report');
  return (
    <Group gap="sm">
      {(Object.keys(icons) as Form[]).map((form) => {
        const href = files[form];
        if (!href) return null;
        const Icon = icons[form];
        const tab = form === 'html' || form === 'pdf';
        const name = t(`form.${form}`);
        return (
          <Button
            key={form}
            component="a"
            href={href}
            variant="default"
            leftSection={<Icon aria-hidden size={18} />}
            aria-label={t(tab ? 'form.newTab' : 'form.file', { what, form: name })}
            {...(tab ? { target: '_blank', rel: 'noopener' } : { download: true })}
          >
            {name}
          </Button>
        );
      })}
    </Group>
  );
}
