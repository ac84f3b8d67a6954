// Availability as shape and colour (Okabe-Ito): full disc, disc with a square, disc with a bar, disc with clock hands, hollow ring.
import type { Availability } from '@comptoir/shared/people';

export type Status = Availability | 'disconnected';

const COLOURS: Record<Status, string> = {
  available: '#009e73',
  focused: '#0072b2',
  doNotDisturb: '#d55e00',
  away: '#e69f00',
  disconnected: '#7e7884',
};

/** Decoration: the words stand beside it or in the name of what it sits on. `size` in CSS px. */
export function StatusMark({ status, size = 12 }: { status: Status; size?: number }) {
  return (
    <svg class="status-mark" viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" focusable="false">
      {status === 'disconnected' ? (
        <circle cx="6" cy="6" r="4" fill="none" stroke={COLOURS.disconnected} stroke-width="2" />
      ) : (
        <circle cx="6" cy="6" r="5.2" fill={COLOURS[status]} />
      )}
      {status === 'focused' && <rect x="3.9" y="3.9" width="4.2" height="4.2" rx=".8" fill="#fff" />}
      {status === 'doNotDisturb' && <rect x="3" y="5" width="6" height="2" rx="1" fill="#fff" />}
      {status === 'away' && <path d="M6 3.200V6l1.9 1.2" fill="none" stroke="#2a1b2e" stroke-width="1.5" stroke-linecap="round" />}
    </svg>
  );
}
