// Who shows no picture is there as their avatar, down to the waist, so that the name covers no chin, on a quiet ground of their own.
import type { Appearance } from '@comptoir/shared/people';
import { Portrait } from '../../kit/Portrait.tsx';

const GROUNDS = 5;

/** Decoration. @param seed chooses the ground */
export function Bust({ appearance, seed }: { appearance: Appearance; seed: number }) {
  return (
    <span class={`bust ground-${seed % GROUNDS}`} aria-hidden="true">
      <Portrait appearance={appearance} bust />
    </span>
  );
}
