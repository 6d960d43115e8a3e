import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/api/problem';
import { Loading } from '@/app/ui/Loading';
import { ButtonLink } from '@/app/ui/links';
import { Trouble } from '@/app/ui/QueryView';
import { getDoor, takeSeat } from '../api';
import { PhoneRoom } from '../phone/PhoneRoom';
import { tidyCode } from '../rules/code';
import { dropSeat, keepSeat, seatFor } from '../seats';
import { JoinFrame } from './JoinFrame';
import { DoorWords, SeatForm } from './SeatForm';

export const doorKey = (code: string) => ['door', code] as const;

/** `/join/$code`: the door for who is new; who has a seat comes back to it. */
export function RoomDoorPage() {
  const { t } = useTranslation('room');
  const code = tidyCode(useParams({ from: '/join/$code' }).code);
  const navigate = useNavigate();
  const [kept, setKept] = useState(() => seatFor(code));
  const [lost, setLost] = useState(false);
  const door = useQuery({ queryKey: doorKey(code), queryFn: () => getDoor(code), enabled: !kept });

  if (kept) {
    const leave = (why: 'left' | 'lost') => {
      dropSeat(code);
      setKept(null);
      setLost(why === 'lost');
      if (why === 'left') void navigate({ to: '/join' });
    };
    return <PhoneRoom key={kept.seat} kept={kept} leave={leave} />;
  }
  if (isProblem(door.error, 404) || isProblem(door.error, 400) || isProblem(door.error, 422))
    return (
      <JoinFrame title={t('join.title')}>
        <Stack gap="md">
          <Title order={1}>{t('join.noRoom')}</Title>
          <Text>{t('join.noRoomText', { code })}</Text>
          <ButtonLink to="/join">{t('join.another')}</ButtonLink>
        </Stack>
      </JoinFrame>
    );
  return (
    <JoinFrame title={door.data?.title ?? t('join.title')}>
      {door.error ? (
        <Trouble error={door.error} again={() => void door.refetch()} />
      ) : !door.data ? (
        <Loading page />
      ) : door.data.state === 'ended' ? (
        <>
          <DoorWords door={door.data} />
          <Text>{t('ended.text')}</Text>
        </>
      ) : (
        <>
          <DoorWords door={door.data} />
          {lost && (
            <Text role="status" mb="md">
              {t('join.lostSeat')}
            </Text>
          )}
          <SeatForm
            door={door.data}
            action={t('join.enter')}
            send={async (fields) => {
              const taken = await takeSeat(code, fields);
              setKept(keepSeat(code, taken));
            }}
          />
        </>
      )}
    </JoinFrame>
  );
}
