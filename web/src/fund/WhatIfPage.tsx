import { ActionIcon, Alert, Button, Group, List, Stack, Text, Textarea } from '@mantine/core';
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { fieldErrors, isProblem } from '@/api/problem';
import { useSend } from '@/api/useSend';
import { EmptyState } from '@/app/ui/EmptyState';
import { schoolYearOf, today, useFormat } from '@/app/ui/format';
import { Loading } from '@/app/ui/Loading';
import { ButtonLink, TextLink } from '@/app/ui/links';
import { PageHeader } from '@/app/ui/PageHeader';
import { QueryView } from '@/app/ui/QueryView';
import { useDistrict, usePersonId } from '@/identity/session';
import { dropKept, keep, readKept } from '@/plan/dialogs/keptText';
import { usePlanPage } from '@/plan/PlanContext';
import { PlanFrame } from '@/plan/PlanFrame';
import { type Plan, staleWithPlan, usePlan } from '@/plan/queries';
import { Section } from '@/plan/view/Section';
import { reallocate } from './fundApi';
import { useLineNames } from './lineNames';
import { MoveForm } from './MoveForm';
import { type FundingMove, type Funds, useFunds, type WhatIf, whatIfQuery } from './queries';
import { Reallocations } from './Reallocations';
import { SideBySide } from './SideBySide';
import type { MoneySearch } from './search';
import { YearSelect } from './YearSelect';

/** Moves of money, looked at before they are made. */
export function WhatIfPage() {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { id: district } = useDistrict();
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as MoneySearch;
  const year = search.year ?? schoolYearOf(today());
  const plan = usePlan(district);
  const funds = useFunds(district, year);
  return (
    <QueryView query={plan} page>
      {(whole) => (
        <PlanFrame plan={whole}>
          <PageHeader
            above={
              <TextLink to="/d/$district/money/equity" params={{ district }} search={{ year }}>
                {t('equity.title')}
              </TextLink>
            }
            title={t('whatIf.title')}
            lead={t('whatIf.lead')}
          />
          <YearSelect
            year={year}
            years={funds.data?.years ?? []}
            onChange={(picked) =>
              void navigate({
                to: '/d/$district/money/what-if',
                params: { district },
                search: { year: picked },
                replace: true,
              })
            }
          />
          <QueryView query={funds}>
            {(found) =>
              found.lines.length === 0 ? (
                <EmptyState
                  icon={IconArrowsExchange}
                  title={t('whatIf.none')}
                  action={
                    <ButtonLink to="/d/$district/plan" params={{ district }}>
                      {t('whatIf.toPlan')}
                    </ButtonLink>
                  }
                >
                  {t('whatIf.noneText')}
                </EmptyState>
              ) : (
                <Moves key={year} plan={whole} funds={found} />
              )
            }
          </QueryView>
          <Reallocations />
        </PlanFrame>
      )}
    </QueryView>
  );
}

function Moves({ plan, funds }: { plan: Plan; funds: Funds }) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { district, edit } = usePlanPage();
  const { year } = funds;
  // A what-if of an afternoon outlives the page.
  const slot = `${usePersonId()}.${district}.what-if.${year}`;
  const [moves, setMoves] = useState<FundingMove[]>(
    () => readKept<null, FundingMove[]>(slot)?.values ?? [],
  );
  useEffect(() => {
    if (moves.length > 0) keep(slot, null, moves);
    else dropKept(slot);
  }, [slot, moves]);
  const whatIf = useQuery(whatIfQuery(district, year, moves));
  return (
    <>
      <Section id="moves" title={t('whatIf.moves')}>
        <Stack gap="md">
          <MoveList plan={plan} funds={funds} moves={moves} onChange={setMoves} />
          <MoveForm plan={plan} funds={funds} onAdd={(move) => setMoves([...moves, move])} />
        </Stack>
      </Section>
      {moves.length > 0 && whatIf.isError && <Refused error={whatIf.error} />}
      {moves.length > 0 && whatIf.isPending && <Loading rows={4} />}
      {moves.length > 0 && whatIf.data && (
        <>
          <SideBySide plan={plan} whatIf={whatIf.data} />
          {edit && (
            <CarryOut
              whatIf={whatIf.data}
              moves={moves}
              done={() => setMoves([])}
              again={() => void whatIf.refetch()}
            />
          )}
        </>
      )}
    </>
  );
}

interface MoveListProps {
  plan: Plan;
  funds: Funds;
  moves: FundingMove[];
  onChange: (moves: FundingMove[]) => void;
}

function MoveList({ plan, funds, moves, onChange }: MoveListProps) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const format = useFormat();
  const names = useLineNames(plan);
  const lines = new Map(funds.lines.map((line) => [line.line_id, line]));
  if (moves.length === 0) return <Text c="dimmed">{t('whatIf.noMoves')}</Text>;
  const place = (id: string | null | undefined) => {
    const line = lines.get(id ?? '');
    return line ? names.place(line.school_id, line.strategy_id) : t('whatIf.gone');
  };
  return (
    <List type="ordered" spacing="xs" aria-label={t('whatIf.moves')}>
      {moves.map((move, at) => {
        const text = t('whatIf.move', {
          amount: format.money(move.amount_cents),
          source: names.source(lines.get(move.from_line_id)?.source_id ?? ''),
          from: place(move.from_line_id),
          to: move.to_strategy_id
            ? names.place(move.to_school_id ?? null, move.to_strategy_id)
            : place(move.to_line_id),
        });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: moves have no name of their own
          <List.Item key={at}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              <span>{text}</span>
              <ActionIcon
                variant="subtle"
                size={44}
                aria-label={t('whatIf.takeBack', { move: text })}
                onClick={() => onChange(moves.filter((_, other) => other !== at))}
              >
                <IconTrash aria-hidden size={20} />
              </ActionIcon>
            </Group>
          </List.Item>
        );
      })}
    </List>
  );
}

function Refused({ error }: { error: Error }) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const reasons = Object.entries(fieldErrors(error));
  return (
    <Alert role="alert" variant="outline" color="red.8" title={t('whatIf.refused')}>
      {reasons.length === 0 && isProblem(error) && error.message}
      <List>
        {reasons.map(([path, reason]) => (
          <List.Item key={path}>
            {t('whatIf.refusedMove', { number: Number(path.split('.')[1] ?? 0) + 1, reason })}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

interface CarryOutProps {
  whatIf: WhatIf;
  moves: FundingMove[];
  done: () => void;
  again: () => void;
}

function CarryOut({ whatIf, moves, done, again }: CarryOutProps) {
  const { t } = useTranslation(['fund', 'plan', 'app']);
  const { district } = usePlanPage();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const send = useSend({
    send: async (why: string, { create }) => {
      const { year, revision } = whatIf.before;
      const answer = await reallocate({ district, year, revision, reason: why, moves }, create);
      // Before the plan is read again: these moves have been made, and are not to be tried anew.
      flushSync(done);
      return answer;
    },
    stale: staleWithPlan(district),
    said: t('whatIf.done'),
    handles: [412],
  });
  const changed = send.isError && isProblem(send.error, 412);
  return (
    <Section id="carry-out" title={t('whatIf.carryOut')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(!reason.trim());
          if (reason.trim()) send.mutate(reason.trim());
        }}
      >
        <Stack gap="sm" maw="46rem">
          <Text>{t('whatIf.carryOutText')}</Text>
          {changed && (
            <Alert role="alert" variant="outline" color="yellow.8" title={t('whatIf.changed')}>
              <Button variant="default" onClick={again}>
                {t('whatIf.lookAgain')}
              </Button>
            </Alert>
          )}
          <Textarea
            label={t('whatIf.reason')}
            required
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={missing && !reason.trim() ? t('plan:form.required') : null}
          />
          <Group>
            <Button type="submit" loading={send.isPending}>
              {t('whatIf.carryOut')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
