// Notices when nobody touches this page for five minutes, and the first touch after.
import { tuning } from '@comptoir/shared/tuning';
import type { Scope } from '../lib/Scope.ts';

const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
const LOOK_MS = 5000;

/** Calls `onChange(true)` after `tuning.awayAfterMs` without a touch, and `onChange(false)` at the next one. */
export function watchIdle(scope: Scope, target: EventTarget, onChange: (idle: boolean) => void): void {
  let touchedMs = performance.now();
  let idle = false;
  const touch = (): void => {
    touchedMs = performance.now();
    if (!idle) return;
    idle = false;
    onChange(false);
  };
  for (const type of TOUCHES) scope.listen(target, type, touch, { passive: true, capture: true });
  scope.every(LOOK_MS, () => {
    if (idle || performance.now() - touchedMs < tuning.awayAfterMs) return;
    idle = true;
    onChange(true);
  });
}
