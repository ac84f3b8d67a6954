// The account that I am signed in with: who it keeps, its ways in, its devices, and the ways out.

import { DEFAULT_APPEARANCE, decodeAppearance } from '@comptoir/shared/people';
import type { AccountFacts, AccountView } from '@comptoir/shared/protocol/accounts';
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { dayWords } from '../door/timeWords.ts';
import { ConfirmDialog } from '../hosting/ConfirmDialog.tsx';
import { Portrait } from '../kit/Portrait.tsx';
import { useUi } from '../Ui.ts';
import type { AccountParts, Confirming } from './AccountParts.ts';
import { AgainDialog } from './AgainDialog.tsx';
import { DeviceList } from './DeviceList.tsx';
import { ExportMe } from './ExportMe.tsx';
import { LeaveAccount } from './LeaveAccount.tsx';
import { Problem } from './Problem.tsx';
import { useAccountAsk } from './useAccountAsk.ts';
import { WaysIn } from './WaysIn.tsx';

export function AccountPanel({ facts, mine }: { facts: AccountFacts; mine: AccountView }) {
  const { app, t, language } = useUi();
  const ask = useAccountAsk();
  const confirming = useSignal<Confirming | undefined>(undefined);
  const said = useSignal('');
  const head = useRef<HTMLDivElement>(null);
  // whoever has just been kept goes on here, and whoever removed something: the button that did it is gone
  useLayoutEffect(() => {
    if (document.activeElement === document.body) head.current?.focus();
  }, [mine, confirming.value]);
  const confirm = async ({ run, done }: Confirming): Promise<void> => {
    if (!(await ask.run('confirm', run))) return;
    confirming.value = undefined;
    said.value = done ?? '';
  };
  const parts: AccountParts = {
    ...{ facts, mine },
    ask,
    confirm: (wanted) => {
      ask.clear();
      confirming.value = wanted;
    },
    say: (sentence) => {
      said.value = sentence;
    },
  };
  return (
    <div class="account">
      <div class="account-me" ref={head} tabIndex={-1}>
        <Portrait appearance={decodeAppearance(mine.appearance) ?? DEFAULT_APPEARANCE} size={56} />
        <p>
          <b>{mine.name}</b>
          <span class="muted">
            {t(`rank.${mine.rank}`)} · {t('account.since', { day: dayWords(mine.createdMs, Date.now(), language.value) })}
          </span>
        </p>
        <button type="button" class="button small" onClick={() => app.actions.openPanel('avatar')}>
          {t('account.change')}
        </button>
      </div>
      <p class="account-said" role="status">
        {said.value}
      </p>
      {!confirming.value && <Problem sentence={ask.again ? undefined : ask.problem} />}
      <WaysIn {...parts} />
      <DeviceList {...parts} />
      <ExportMe />
      <LeaveAccount {...parts} />
      {confirming.value && (
        <ConfirmDialog
          title={confirming.value.title}
          verb={confirming.value.verb}
          busy={ask.busy !== undefined}
          problem={ask.again ? undefined : ask.problem}
          onDo={() => confirming.value && void confirm(confirming.value)}
          onClose={() => {
            confirming.value = undefined;
            ask.clear();
          }}
        >
          {confirming.value.text}
        </ConfirmDialog>
      )}
      {ask.again && <AgainDialog facts={facts} mine={mine} onClose={() => ask.clear()} />}
    </div>
  );
}
