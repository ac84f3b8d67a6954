// The entrance's second screen: can they hear me? The browser is asked after a click only, and coming in without is as easy.
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { DeviceChoices } from '../call/devices/DeviceChoices.tsx';
import { InsecureHelp } from '../call/devices/InsecureHelp.tsx';
import { Mirror } from '../call/devices/Mirror.tsx';
import { microphoneSentence } from '../call/devices/problemSentence.ts';
import { TryMicrophone } from '../call/devices/TryMicrophone.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import type { EntryForm } from './EntryForm.ts';
import { useEnterVerb } from './useEnterVerb.ts';

export function ReadyScreen({ form }: { form: EntryForm }) {
  const { app, t } = useUi();
  const { call } = app;
  const { devices } = call;
  const permission = devices.permission.value;
  const problem = devices.microphoneProblem.value;
  // what one chose last time is what Enter does now
  const ready = useSignal(call.microphone.value !== 'off');
  const tested = permission === 'granted' && !problem;
  const verb = useEnterVerb(form);
  const entering = form.step.value.kind === 'entering';
  const enterButton = useRef<HTMLButtonElement>(null);
  // before the next key: whoever presses Enter twice means both
  useLayoutEffect(() => enterButton.current?.focus({ preventScroll: true }), [tested]);

  const enter = (wantsReady: boolean): void => {
    if (entering) return;
    if ((call.microphone.peek() !== 'off') !== wantsReady) call.toggleMicrophone();
    void form.enter();
  };
  const test = async (): Promise<void> => {
    if (await devices.askMicrophone()) ready.value = true;
  };
  return (
    <section class="ready-screen" aria-labelledby="ready-title">
      <header class="ready-head">
        <button type="button" class="icon-button" aria-label={t('ready.back')} onClick={() => form.back()}>
          <Icon name="back" />
        </button>
        <h2 id="ready-title">{t('ready.title')}</h2>
      </header>
      <p class="muted">{t('ready.text')}</p>
      <div class="ready-test">
        <Mirror hint={t('devices.cameraOffHint')} appearance={form.appearance.value} />
        {tested ? (
          <TryMicrophone />
        ) : (
          <div class="ready-ask">
            <button type="button" class="button large" aria-busy={permission === 'asking'} onClick={() => void test()}>
              <Icon name="mic" />
              {t('ready.try')}
            </button>
            <p class="field-hint muted" role="status">
              {t(permission === 'asking' ? 'devices.asking' : 'ready.tryHint')}
            </p>
          </div>
        )}
      </div>
      <div role="alert">
        {problem && problem !== 'insecure' && (
          <p class="note strong">
            <Icon name="warning" size={20} />
            {microphoneSentence(problem, t)}
          </p>
        )}
      </div>
      {problem === 'insecure' && <InsecureHelp />}
      {tested && <DeviceChoices />}
      {tested ? (
        <div class="ready-verbs">
          <button
            ref={ready.value ? enterButton : undefined}
            type="button"
            class={ready.value ? 'button large primary' : 'button large'}
            onClick={() => enter(true)}
          >
            <Icon name="mic" size={20} />
            {t('ready.enterReady')}
          </button>
          <button
            ref={ready.value ? undefined : enterButton}
            type="button"
            class={ready.value ? 'button large' : 'button large primary'}
            onClick={() => enter(false)}
          >
            <Icon name="micOff" size={20} />
            {t('ready.enterOff')}
          </button>
        </div>
      ) : (
        <div class="ready-verbs">
          <button ref={enterButton} type="button" class="button large primary" aria-busy={entering} onClick={() => void form.enter()}>
            {verb}
          </button>
          <p class="field-hint muted">{t('ready.without')}</p>
        </div>
      )}
    </section>
  );
}
