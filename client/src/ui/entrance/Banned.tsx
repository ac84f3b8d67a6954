// The hosts do not let this device in: until when, and why.
import type { DeviceFacts } from '@comptoir/shared/protocol/http';
import { timeWords } from '../door/timeWords.ts';
import { AppealWords } from '../house/AppealWords.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';

export function Banned({ banned }: { banned: Partial<NonNullable<DeviceFacts['banned']>> }) {
  const { t } = useUi();
  return (
    <section class="notice" aria-labelledby="banned-title">
      <h2 id="banned-title">
        <Icon name="door" />
        {t('banned.title')}
      </h2>
      <BannedWords banned={banned} />
    </section>
  );
}

export function BannedWords({ banned: { untilMs, reason } }: { banned: Partial<NonNullable<DeviceFacts['banned']>> }) {
  const { t, language } = useUi();
  return (
    <>
      {untilMs !== undefined && (
        <p>{untilMs === null ? t('banned.forever') : t('banned.until', { time: timeWords(untilMs, Date.now(), language.value) })}</p>
      )}
      {reason && <p class="ban-reason">{t('banned.reason', { reason })}</p>}
      <AppealWords />
    </>
  );
}
