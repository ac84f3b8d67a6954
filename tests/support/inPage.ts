// What is asked of a page from inside it, whichever browser and driver: each function is sent there as it is, so it uses nothing around it.
import type { Comptoir, Snapshot } from '@comptoir/client/session/automation';

export type WalkTarget = Parameters<Comptoir['walkTo']>[0];

/** What is watched on every page from its first moment on. */
export interface Watched {
  violations: string[];
  framesAsked: number;
  comptoir?: Comptoir;
}

/** Before anything else. */
export function watchPage(): void {
  const watched = globalThis as unknown as Watched;
  watched.violations = [];
  watched.framesAsked = 0;
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    watched.violations.push(`${violatedDirective}: ${blockedURI}`),
  );
  const request = requestAnimationFrame.bind(globalThis);
  globalThis.requestAnimationFrame = (draw) =>
    request((nowMs) => {
      watched.framesAsked++;
      draw(nowMs);
    });
}

/** Breaches of the content security policy so far. */
export const violationsSeen = (): string[] => (globalThis as unknown as Watched).violations ?? [];

export function takeSnapshot(): Snapshot {
  const { comptoir } = globalThis as unknown as Watched;
  if (!comptoir) throw new Error('window.comptoir is not there');
  return comptoir.snapshot();
}

export function walk(to: WalkTarget): Promise<{ arrived: boolean; x: number; y: number }> {
  const { comptoir } = globalThis as unknown as Watched;
  if (!comptoir) throw new Error('window.comptoir is not there');
  return comptoir.walkTo(to);
}

/** Here, not in the page. @throws when they are not inside */
export function meOf({ me }: Snapshot, name: string): NonNullable<Snapshot['me']> {
  if (!me) throw new Error(`${name} is not inside`);
  return me;
}
