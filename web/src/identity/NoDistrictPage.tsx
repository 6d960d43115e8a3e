import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PublicFrame } from './PublicFrame';
import { useSession } from './session';
import { useSignOut } from './useSignOut';

/** Signed in, but without a role anywhere: say so, and whom to ask. */
export function NoDistrictPage() {
  const { t } = useTranslation(['identity', 'app']);
  const session = useSession();
  const signOut = useSignOut();
  return (
    <PublicFrame
      title={t('noDistrict.title')}
      lead={t('noDistrict.text', { email: session?.person.email ?? '' })}
    >
      <Button variant="default" onClick={() => void signOut()}>
        {t('app:user.signOut')}
      </Button>
    </PublicFrame>
  );
}
