import { Alert, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import {
  IconAlertTriangle,
  IconClipboardText,
  IconDownload,
  IconFileUpload,
} from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Import.module.css';
import { PasteText } from './PasteText';
import { checked, type ReadFile, readFile, type Source, type Unreadable } from './readFile';
import type { ImportKind } from './rules';
import { downloadSample } from './samples';

interface SourceChoiceProps {
  kind: ImportKind;
  source: Source | null;
  onSource: (source: Source) => void;
  busy: boolean;
}

/** The file: chosen, dropped or pasted. It is read here, and can be looked at before it counts. */
export function SourceChoice({ kind, source, onSource, busy }: SourceChoiceProps) {
  const { t } = useTranslation('exchange');
  const [over, setOver] = useState(false);
  const [pasting, paste] = useDisclosure(false);
  const [problem, setProblem] = useState<Unreadable | null>(null);

  const take = (read: ReadFile) => {
    setProblem('problem' in read ? read.problem : null);
    if ('source' in read) onSource(read.source);
  };
  const open = (file: File | null | undefined) => {
    if (file) void readFile(file).then(take);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    open(event.dataTransfer.files[0]);
  };

  return (
    <section aria-labelledby="import-file">
      <h2 id="import-file" className={classes.step}>
        {t('file.title')}
      </h2>
      <Stack gap="md">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same by keyboard */}
        <div
          className={classes.drop}
          data-over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Text fw={source ? 600 : 400}>
            {source ? t('file.chosen', { name: source.fileName }) : t('file.drop')}
          </Text>
          <Group gap="sm" justify="center">
            <FileButton
              onChange={open}
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              key={source?.fileName}
            >
              {(props) => (
                <Button
                  {...props}
                  loading={busy}
                  variant={source ? 'default' : 'filled'}
                  leftSection={<IconFileUpload aria-hidden size={20} />}
                >
                  {t(source ? 'file.other' : 'file.choose')}
                </Button>
              )}
            </FileButton>
            <Button
              variant="default"
              leftSection={<IconClipboardText aria-hidden size={20} />}
              onClick={paste.toggle}
              aria-expanded={pasting}
            >
              {t('file.paste')}
            </Button>
            <Button
              variant="subtle"
              leftSection={<IconDownload aria-hidden size={20} />}
              onClick={() => downloadSample(kind, t(`file.${kind}Sample`))}
            >
              {t('file.sample')}
            </Button>
          </Group>
        </div>
        {pasting && (
          <PasteText
            onText={(text) => {
              take(checked({ fileName: t('file.pasted'), text, encoding: null }));
              paste.close();
            }}
          />
        )}
        {problem && (
          <Alert
            role="alert"
            variant="outline"
            color="red.8"
            icon={<IconAlertTriangle aria-hidden />}
          >
            {t(`file.problem.${problem}`)}
          </Alert>
        )}
        {source?.encoding === 'windows-1252' && (
          <Alert
            role="status"
            variant="outline"
            color="yellow.8"
            icon={<IconAlertTriangle aria-hidden />}
          >
            {t('file.windows')}
          </Alert>
        )}
      </Stack>
    </section>
  );
}
