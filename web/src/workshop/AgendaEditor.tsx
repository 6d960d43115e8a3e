import {
  ActionIcon,
  Button,
  Group,
  Menu,
  Modal,
  NumberInput,
  Radio,
  Select,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconGripVertical,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneBadge } from '@/app/ui/StatusBadge';
import { activityOf, type RoomPack } from '@/room/pack';
import { agendaOf, minutesOf, moved } from '@/room/rules/agenda';
import classes from './AgendaEditor.module.css';
import { kindIcon } from './kinds';
import type { AgendaStep } from './queries';
import { freeId } from './rules';

interface AgendaEditorProps {
  agenda: AgendaStep[];
  change: (agenda: AgendaStep[]) => void;
  pack: RoomPack;
  error?: ReactNode;
  /** Whether there are small groups that could answer together. */
  groups: boolean;
  readOnly: boolean;
}

/** The steps in their order: moved by buttons, keys or mouse, with their minutes. */
export function AgendaEditor(props: AgendaEditorProps) {
  const { agenda, change, pack, error, groups, readOnly } = props;
  const { t } = useTranslation(['workshop', 'app']);
  const [editing, setEditing] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const place = (id: string | null) => agenda.findIndex((step) => step.id === id);

  const move = (step: AgendaStep, by: number) => {
    const from = place(step.id);
    const next = moved(agenda, from, by);
    change(next);
    const at = next.indexOf(step);
    setSaid(t('agenda.movedTo', { title: step.title, at: at + 1, of: next.length }));
    // The button that was pressed moves with its row; the focus stays on it.
    requestAnimationFrame(() => {
      const row = list.current?.children[at];
      const wanted = by < 0 ? '[data-up]' : '[data-down]';
      const button = row?.querySelector<HTMLButtonElement>(`${wanted}:not(:disabled)`);
      (
        button ?? row?.querySelector<HTMLButtonElement>('[data-up]:not(:disabled), [data-down]')
      )?.focus();
    });
  };
  const put = (step: AgendaStep) =>
    change(agenda.map((each) => (each.id === step.id ? step : each)));
  const missing = pack.activities.flatMap(({ id }) =>
    agendaOf(pack, [id]).filter((step) => place(step.id) < 0),
  );
  const edited = agenda.find(({ id }) => id === editing);

  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t('agenda.title')}</Title>
        <Text c="dimmed">{t('agenda.total', { count: minutesOf(agenda) })}</Text>
      </Group>
      <div role="status" aria-live="polite" className="visually-hidden" style={hidden}>
        {said}
      </div>
      <ol className={classes.steps} ref={list}>
        {agenda.map((step, index) => {
          const Icon = kindIcon(step.kind);
          const activity = activityOf(pack, step.activity_id);
          const first = agenda[index - 1]?.activity_id !== step.activity_id;
          return (
            <li
              key={step.id}
              draggable={!readOnly}
              onDragStart={(event) => {
                setDragged(step.id);
                event.dataTransfer.effectAllowed = 'move';
              }}
              onDragEnd={() => {
                setDragged(null);
                setOver(null);
              }}
              onDragOver={(event) => {
                if (!dragged) return;
                event.preventDefault();
                setOver(step.id);
              }}
              onDrop={(event) => {
                event.preventDefault();
                const from = place(dragged);
                if (from >= 0) change(moved(agenda, from, index - from));
                setDragged(null);
                setOver(null);
              }}
            >
              {first && (
                <p className={classes.activity}>
                  {activity ? `${activity.number}. ${activity.title}` : t('agenda.own')}
                </p>
              )}
              <div
                className={classes.step}
                data-over={over === step.id || undefined}
                data-dragged={dragged === step.id || undefined}
              >
                {readOnly ? (
                  <span />
                ) : (
                  <IconGripVertical aria-hidden size={20} className={classes.grip} />
                )}
                <div>
                  <Group gap="xs">
                    <span className={classes.title}>{step.title}</span>
                    <ToneBadge icon={Icon} tone="neutral">
                      {t(`kinds.${step.kind}`)}
                    </ToneBadge>
                    {groups && step.by === 'group' && (
                      <Text span size="sm" c="dimmed">
                        {t('agenda.byGroup')}
                      </Text>
                    )}
                  </Group>
                  {step.prompts.map((prompt) => (
                    <Text key={prompt} size="sm" c="dimmed">
                      {prompt}
                    </Text>
                  ))}
                </div>
                <div className={classes.controls}>
                  <NumberInput
                    aria-label={t('agenda.minutesOf', { title: step.title })}
                    w="7.5rem"
                    size="sm"
                    min={0}
                    max={240}
                    allowDecimal={false}
                    suffix={t('agenda.min')}
                    value={step.minutes}
                    readOnly={readOnly}
                    onChange={(value) => put({ ...step, minutes: Number(value) || 0 })}
                  />
                  {!readOnly && (
                    <Group gap={2} wrap="nowrap">
                      <ActionIcon
                        data-up
                        aria-label={t('agenda.up', { title: step.title })}
                        disabled={index === 0}
                        onClick={() => move(step, -1)}
                      >
                        <IconArrowUp aria-hidden size={20} />
                      </ActionIcon>
                      <ActionIcon
                        data-down
                        aria-label={t('agenda.down', { title: step.title })}
                        disabled={index === agenda.length - 1}
                        onClick={() => move(step, 1)}
                      >
                        <IconArrowDown aria-hidden size={20} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('agenda.edit', { title: step.title })}
                        onClick={() => setEditing(step.id)}
                      >
                        <IconPencil aria-hidden size={20} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t('agenda.remove', { title: step.title })}
                        onClick={() => change(agenda.filter(({ id }) => id !== step.id))}
                      >
                        <IconTrash aria-hidden size={20} />
                      </ActionIcon>
                    </Group>
                  )}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
      {error && (
        <Text c="var(--mantine-color-error)" role="alert" mt="xs">
          {error}
        </Text>
      )}
      {!readOnly && (
        <Group mt="md">
          <Button
            variant="default"
            leftSection={<IconPlus aria-hidden size={18} />}
            onClick={() => {
              const own = ownStep(freeId(agenda, 'own'), t('agenda.ownTitle'));
              change([...agenda, own]);
              setEditing(own.id);
            }}
          >
            {t('agenda.addOwn')}
          </Button>
          {missing.length > 0 && (
            <Menu position="bottom-start">
              <Menu.Target>
                <Button variant="default" leftSection={<IconPlus aria-hidden size={18} />}>
                  {t('agenda.addPack')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown mah="20rem" style={{ overflowY: 'auto' }}>
                {missing.map((step) => (
                  <Menu.Item key={step.id} onClick={() => change([...agenda, step])}>
                    {activityOf(pack, step.activity_id)?.number}. {step.title}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      )}
      {edited && (
        <EditStep
          key={edited.id}
          step={edited}
          groups={groups}
          close={() => setEditing(null)}
          put={(step) => {
            put(step);
            setEditing(null);
          }}
        />
      )}
    </section>
  );
}

const hidden = {
  position: 'absolute',
  inlineSize: 1,
  blockSize: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

const ownStep = (id: string, title: string): AgendaStep => ({
  id,
  activity_id: '',
  step_id: '',
  kind: 'discuss',
  title,
  minutes: 10,
  prompts: [],
  by: 'seat',
});

/** Title, own prompts and who answers; an own step also says what kind it is. */
function EditStep({ step, groups, close, put }: EditStepProps) {
  const { t } = useTranslation(['workshop', 'app']);
  const [title, setTitle] = useState(step.title);
  const [prompts, setPrompts] = useState(step.prompts.join('\n'));
  const [by, setBy] = useState(step.by);
  const [kind, setKind] = useState(step.kind);
  const own = step.step_id === '';
  const answered = ['rate', 'sort', 'discuss', 'pick'].includes(kind);
  const save = () =>
    put({
      ...step,
      title: title.trim() || step.title,
      kind,
      by,
      prompts: prompts
        .split('\n')
        .map((line) => line.trim().slice(0, 500))
        .filter((line) => line !== '')
        .slice(0, 20),
    });
  return (
    <Modal
      opened
      onClose={close}
      title={t('agenda.editTitle')}
      closeButtonProps={{ 'aria-label': t('app:close') }}
    >
      <Stack gap="md">
        <TextInput
          label={t('agenda.stepTitle')}
          value={title}
          maxLength={200}
          data-autofocus
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        {own && (
          <Select
            label={t('agenda.kind')}
            data={(['discuss', 'gather', 'read'] as const).map((value) => ({
              value,
              label: t(`kinds.${value}`),
            }))}
            value={kind}
            allowDeselect={false}
            onChange={(value) => value && setKind(value as AgendaStep['kind'])}
          />
        )}
        <Textarea
          label={t('agenda.prompts')}
          description={t('agenda.promptsHelp')}
          minRows={3}
          value={prompts}
          onChange={({ currentTarget }) => setPrompts(currentTarget.value)}
        />
        {answered && groups && (
          <Radio.Group
            label={t('agenda.by')}
            value={by}
            onChange={(value) => setBy(value as AgendaStep['by'])}
          >
            <Stack gap="xs" mt={6}>
              <Radio value="seat" label={t('agenda.bySeat')} />
              <Radio value="group" label={t('agenda.byGroupLong')} />
            </Stack>
          </Radio.Group>
        )}
        <Group>
          <Button onClick={save}>{t('agenda.apply')}</Button>
          <Button variant="default" onClick={close}>
            {t('app:cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface EditStepProps {
  step: AgendaStep;
  groups: boolean;
  close: () => void;
  put: (step: AgendaStep) => void;
}
