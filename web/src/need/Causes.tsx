import { Button, Card, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconHelpCircle, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ifMatch } from '@/api/client';
import { useSend } from '@/api/useSend';
import { confirm } from '@/app/ui/confirm';
import { TextLink } from '@/app/ui/links';
import { useDistrict } from '@/identity/session';
import { CanActBadge, RootBadge } from './badges';
import { CauseDialog } from './CauseDialog';
import classes from './need.module.css';
import { type Cause, type NeedDetail, staleNeeds } from './queries';
import { nextPosition, type Why, whyTrees } from './rules/causes';
import { newCause } from './rules/fields';
import { Section } from './Section';
import { bones } from './words';

interface CausesProps {
  need: NeedDetail;
  edit: boolean;
}

type Ask = (cause: Cause) => void;

/** Five whys and fishbone over the same need; each cause is saved by itself and seen at once. */
export function Causes({ need, edit }: CausesProps) {
  const { t } = useTranslation('need');
  const fish = need.causes.filter(({ method }) => method === 'fishbone').length;
  const whys = need.causes.length - fish;
  const [method, setMethod] = useState<Cause['method']>(fish > whys ? 'fishbone' : 'five_whys');
  const [asked, setAsked] = useState<Cause | null>(null);
  return (
    <Section
      id="causes"
      title={t('causes.title')}
      action={
        <SegmentedControl
          aria-label={t('causes.method')}
          value={method}
          onChange={(value) => setMethod(value as Cause['method'])}
          data={[
            { value: 'five_whys', label: `${t('causes.five_whys')} (${whys})` },
            { value: 'fishbone', label: `${t('causes.fishbone')} (${fish})` },
          ]}
        />
      }
    >
      <Text c="dimmed" mb="md" maw="46rem">
        {t('causes.lead')}
      </Text>
      {method === 'five_whys' ? (
        <FiveWhys need={need} edit={edit} ask={setAsked} />
      ) : (
        <Fishbone need={need} edit={edit} ask={setAsked} />
      )}
      {asked && <CauseDialog need={need} record={asked} close={() => setAsked(null)} />}
    </Section>
  );
}

function FiveWhys({ need, edit, ask }: CausesProps & { ask: Ask }) {
  const { t } = useTranslation('need');
  const trees = whyTrees(need.causes);
  const fresh = (parent: string | null) =>
    ask(
      newCause(need, {
        method: 'five_whys',
        parent_id: parent,
        position: nextPosition(need.causes),
      }),
    );
  const tree = (whys: Why[]) => (
    <ul className={classes.whys}>
      {whys.map(({ cause, depth, below }) => (
        <li key={cause.id}>
          <CauseCard
            cause={cause}
            label={t('causes.why', { count: depth })}
            edit={edit}
            ask={ask}
            removable={below.length === 0}
            more={
              <Button
                size="compact-md"
                variant="light"
                leftSection={<IconHelpCircle aria-hidden size={18} />}
                aria-label={t('causes.askWhyOf', { cause: cause.statement })}
                onClick={() => fresh(cause.id)}
              >
                {t('causes.askWhy')}
              </Button>
            }
          />
          {below.length > 0 && tree(below)}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {trees.length === 0 ? <Text mb="md">{t('causes.noWhys')}</Text> : tree(trees)}
      {edit && (
        <Button
          mt="md"
          variant={trees.length === 0 ? 'filled' : 'default'}
          leftSection={<IconPlus aria-hidden size={20} />}
          onClick={() => fresh(null)}
        >
          {t('causes.addWhy')}
        </Button>
      )}
    </>
  );
}

function Fishbone({ need, edit, ask }: CausesProps & { ask: Ask }) {
  const { t } = useTranslation('need');
  const half = bones.length / 2;
  const bone = (name: (typeof bones)[number]) => (
    <section key={name} className={classes.bone} aria-labelledby={`bone-${name}`}>
      <Title order={3} size="h4" id={`bone-${name}`} mb="xs">
        {t(`bone.${name}`)}
      </Title>
      <ul className={classes.list}>
        {need.causes
          .filter((cause) => cause.method === 'fishbone' && cause.bone === name)
          .map((cause) => (
            <li key={cause.id}>
              <CauseCard cause={cause} edit={edit} ask={ask} removable />
            </li>
          ))}
      </ul>
      {edit && (
        <Button
          size="compact-md"
          variant="subtle"
          mt="xs"
          leftSection={<IconPlus aria-hidden size={18} />}
          aria-label={t('causes.addBone', { bone: t(`bone.${name}`) })}
          onClick={() =>
            ask(
              newCause(need, {
                method: 'fishbone',
                bone: name,
                position: nextPosition(need.causes),
              }),
            )
          }
        >
          {t('causes.dialogNew')}
        </Button>
      )}
    </section>
  );
  return (
    <div className={classes.fish}>
      {bones.slice(0, half).map(bone)}
      <div className={classes.spine}>
        <Text size="sm">{t('causes.spine')}</Text>
        {need.title}
      </div>
      {bones.slice(half).map(bone)}
    </div>
  );
}

interface CauseCardProps {
  cause: Cause;
  label?: string;
  edit: boolean;
  ask: Ask;
  removable: boolean;
  more?: React.ReactNode;
}

function CauseCard({ cause, label, edit, ask, removable, more }: CauseCardProps) {
  const { t } = useTranslation(['need', 'app']);
  const { id: district } = useDistrict();
  const remove = useSend({
    send: () =>
      api.DELETE('/districts/{district}/causes/{cause}', {
        params: { path: { district, cause: cause.id }, header: ifMatch(cause.version) },
      }),
    stale: staleNeeds(district),
    said: t('removed'),
    done: () => document.getElementById('causes')?.focus(),
  });
  const askRemove = async () => {
    const sure = await confirm({
      title: t('removeCause.title'),
      text: t('removeCause.text', { title: cause.statement }),
      action: t('app:remove'),
      danger: true,
    });
    if (sure) remove.mutate(undefined);
  };
  return (
    <Card p="sm">
      <Group gap={6} mb={4}>
        {label && (
          <Text size="sm" fw={650}>
            {label}
          </Text>
        )}
        {cause.root && <RootBadge />}
        <CanActBadge value={cause.can_act} />
      </Group>
      <Text className={classes.words}>{cause.statement}</Text>
      <Text size="sm" c="dimmed" className={classes.words}>
        {cause.evidence ? t('causes.evidence', { text: cause.evidence }) : t('causes.noEvidence')}
      </Text>
      {cause.drawn_from.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('causes.from', { count: cause.drawn_from.length })}
        </Text>
      )}
      <TextLink
        size="sm"
        to="/d/$district/history"
        params={{ district }}
        search={{ entity: 'cause', entity_id: cause.id }}
        aria-label={t('historyOf', { title: cause.statement })}
      >
        {t('history')}
      </TextLink>
      {edit && (
        <Group gap="xs" mt="xs">
          {more}
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconPencil aria-hidden size={18} />}
            aria-label={t('causes.editOf', { cause: cause.statement })}
            onClick={() => ask(cause)}
          >
            {t('app:edit')}
          </Button>
          {removable && (
            <Button
              size="compact-md"
              variant="subtle"
              leftSection={<IconTrash aria-hidden size={18} />}
              aria-label={t('causes.removeOf', { cause: cause.statement })}
              loading={remove.isPending}
              onClick={() => void askRemove()}
            >
              {t('app:remove')}
            </Button>
          )}
        </Group>
      )}
    </Card>
  );
}
