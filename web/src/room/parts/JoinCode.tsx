import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { QRCode } from 'react-qr-code';
import { spacedCode } from '../rules/code';
import classes from './JoinCode.module.css';

export const joinAddress = (code: string) => `${location.origin}/join/${code}`;

/** How one gets in: the address and the code to type, and both as a picture for a camera. */
export function JoinCode({ code, qr = true }: { code: string; qr?: boolean }) {
  const { t } = useTranslation('room');
  return (
    <div className={classes.join}>
      {qr && (
        <QRCode
          className={classes.qr}
          value={joinAddress(code)}
          level="M"
          role="img"
          aria-label={t('lobby.qr')}
        />
      )}
      <div>
        <p className={classes.address}>{t('lobby.goTo', { address: `${location.host}/join` })}</p>
        <p className={classes.code}>
          <span aria-hidden>{spacedCode(code)}</span>
          <VisuallyHidden>{t('lobby.code', { code: [...code].join(' ') })}</VisuallyHidden>
        </p>
      </div>
    </div>
  );
}
