// A QR code to hold a telephone's camera to: black on white by night too, or scanners do not read it.
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../Ui.ts';
import type { QrPicture } from './qrOf.ts';

/** @param address what it says; also in its name, for who does not see it */
export function QrCode({ address }: { address: string }) {
  const { t } = useUi();
  const picture = useSignal<QrPicture | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    void import('./qrOf.ts').then(({ qrOf }) => {
      if (isWanted) picture.value = qrOf(address);
    });
    return () => {
      isWanted = false;
    };
  }, [address]);
  const { size = 1, path = '' } = picture.value ?? {};
  return (
    <svg class="qr-code" role="img" aria-label={t('invite.qr', { address })} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
