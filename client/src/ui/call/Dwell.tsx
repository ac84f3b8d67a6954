// A small ring that fills for as long as one has to stay.
import { tuning } from '@comptoir/shared/tuning';

/** Decoration: what is said stands beside it. */
export function Dwell() {
  return (
    <svg class="dwell" viewBox="0 0 28 28" width="28" height="28" aria-hidden="true" style={{ '--dwell': `${tuning.dwellMs}ms` }}>
      <circle cx="14" cy="14" r="11" />
      <circle class="fills" cx="14" cy="14" r="11" pathLength="1" />
    </svg>
  );
}
