// Before the parrot: what it is, the button that lets it hear me, how loud I am, and what it says; the same beside the map and in the list.
import { useEffect } from 'preact/hooks';
import type { EchoPhase } from '../../world/Echo.ts';
import type { World } from '../../world/World.ts';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { Dwell } from './Dwell.tsx';
import { microphoneSentence } from './devices/problemSentence.ts';
import { LevelBars } from './LevelBars.tsx';

const WORDS = {
  dwelling: 'echo.who',
  asking: 'echo.who',
  listening: 'echo.listening',
  hearing: 'echo.hearing',
  repeating: 'echo.repeating',
  company: 'echo.company',
} as const satisfies Record<EchoPhase, string>;

export function EchoCard({ world }: { world: World }) {
  const { app, t } = useUi();
  const { devices, echo } = app.call;
  const view = world.echo.value;
  const perchId = view?.perch.id;
  const isRepeating = view?.phase === 'repeating';
  const said = t('echo.repeating');
  useEffect(() => {
    if (!isRepeating || perchId === undefined) return;
    const { bubbles } = world.talk;
    bubbles.set(perchId, { text: said, untilMs: Number.POSITIVE_INFINITY });
    world.changes++;
    return () => void bubbles.delete(perchId);
  }, [isRepeating, perchId, said]);
  if (!view) return null;
  const { phase } = view;
  const problem = phase === 'asking' ? devices.microphoneProblem.value : undefined;
  const isOpen = phase === 'listening' || phase === 'hearing' || phase === 'repeating';
  const hint = problem ? microphoneSentence(problem, t) : phase === 'asking' ? t('echo.ask') : t('echo.private');
  return (
    <section class="ring-card" aria-label={t('echo.title')}>
      {phase === 'dwelling' ? <Dwell /> : <Icon name={phase === 'repeating' ? 'soundOn' : problem ? 'warning' : 'ear'} size={26} />}
      <p role="status">
        <b>{t(isOpen && phase !== 'repeating' && devices.isSilent.value ? 'toast.silent' : WORDS[phase])}</b>
        {phase !== 'company' && <span class="muted">{hint}</span>}
      </p>
      {isOpen && <LevelBars bars={6} level={() => echo.level()} />}
      {phase === 'asking' && problem !== 'insecure' && (
        <button type="button" class="button primary" aria-busy={devices.permission.value === 'asking'} onClick={() => void echo.ask()}>
          {t('act.echo')}
        </button>
      )}
    </section>
  );
}
