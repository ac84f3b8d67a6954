// The entrance over the living office: who I am, how I look, who is here; then in.
import { tuning } from '@comptoir/shared/tuning';
import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { AvatarEditor } from '../avatar/AvatarEditor.tsx';
import { CountedField } from '../kit/CountedField.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { AvatarPicker } from './AvatarPicker.tsx';
import { EntranceNotes } from './EntranceNotes.tsx';
import { EntryForm } from './EntryForm.ts';
import { sentenceOnName, sentenceOnTrade } from './entryProblem.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { MicrophoneLine } from './MicrophoneLine.tsx';
import { OfficeFull } from './OfficeFull.tsx';
import { ReadyScreen } from './ReadyScreen.tsx';
import { SecondTab } from './SecondTab.tsx';
import { useFreeBeside } from './useFreeBeside.ts';
import { WhoIsHere } from './WhoIsHere.tsx';

export function Entrance() {
  const { app, t } = useUi();
  const form = useMemo(() => new EntryForm(app), [app]);
  const editing = useSignal(false);
  const nameField = useRef<HTMLInputElement | null>(null);
  const enterButton = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  useFreeBeside(card);

  useEffect(() => form.watch(), [form]);
  useLayoutEffect(() => {
    (form.name.peek() === '' ? nameField.current : enterButton.current)?.focus({ preventScroll: true });
  }, [form]);

  const submit = (event: Event): void => {
    event.preventDefault();
    if (form.step.value.kind !== 'typing') return;
    form.tried.value = true;
    if (sentenceOnName(form.name.value, t)) nameField.current?.focus();
    else if (!sentenceOnTrade(form.trade.value, t)) void form.proceed();
  };

  const office = app.office.value;
  const step = form.step.value;
  const problem = app.officeProblem.value;
  const nowhere = problem === 'unreachable' ? undefined : problem;
  const full = form.refusal.value === 'full' || step.kind === 'waiting';
  const list = app.view.value === 'list';
  const tried = form.tried.value;
  const devices = form.onDevices.value;
  return (
    <main class="entrance">
      <div class="entrance-card" ref={card}>
        <header class="entrance-head">
          <h1>{nowhere ? t(`problem.${nowhere}Title`) : (office?.title ?? t('entrance.titleBare'))}</h1>
          <LanguageSwitch labelHidden />
        </header>
        {devices ? null : office ? <WhoIsHere office={office} /> : !problem && <p class="who-is-here muted">{t('entrance.loading')}</p>}
        {devices && <ReadyScreen form={form} />}
        <form onSubmit={submit} noValidate hidden={nowhere !== undefined || devices}>
          <CountedField
            label={t('entrance.name')}
            value={form.name.value}
            limit={tuning.nameLength}
            placeholder={t('entrance.namePlaceholder')}
            autoComplete="given-name"
            problem={tried ? sentenceOnName(form.name.value, t) : undefined}
            inputRef={(element) => {
              nameField.current = element;
            }}
            onInput={(value) => {
              form.name.value = value;
            }}
          />
          <CountedField
            label={t('entrance.trade')}
            value={form.trade.value}
            limit={tuning.tradeLength}
            placeholder={t('entrance.tradePlaceholder')}
            autoComplete="organization-title"
            hint={t('entrance.tradeHint')}
            problem={sentenceOnTrade(form.trade.value, t)}
            onInput={(value) => {
              form.trade.value = value;
            }}
          />
          <AvatarPicker
            form={form}
            onEdit={() => {
              editing.value = true;
            }}
          />
          {full ? (
            <OfficeFull form={form} />
          ) : (
            <div class="entrance-verbs">
              <button ref={enterButton} type="submit" class="button primary large" aria-busy={step.kind === 'entering'}>
                {step.kind === 'entering' ? t('entrance.entering') : t('entrance.enter')}
              </button>
              <button
                type="button"
                class="button large"
                aria-pressed={list}
                aria-describedby="entrance-list-hint"
                onClick={() => app.actions.toggleList()}
              >
                <Icon name={list ? 'check' : 'list'} size={20} />
                {t('bar.list')}
              </button>
              <p id="entrance-list-hint" class="field-hint muted">
                {t('entrance.listHint')}
              </p>
              <MicrophoneLine form={form} />
            </div>
          )}
        </form>
        <EntranceNotes refusal={form.refusal.value} />
      </div>
      {step.kind === 'asking' && <SecondTab form={form} person={step.person} />}
      {editing.value && (
        <Dialog
          title={t('avatar.title')}
          class="wide"
          onClose={() => {
            editing.value = false;
          }}
        >
          <AvatarEditor
            appearance={form.appearance.value}
            name={form.name.value}
            trade={form.trade.value}
            onChange={(appearance) => {
              form.appearance.value = appearance;
            }}
          />
          <div class="dialog-verbs at-foot">
            <button
              type="button"
              class="button primary"
              onClick={() => {
                editing.value = false;
              }}
            >
              {t('avatar.done')}
            </button>
          </div>
        </Dialog>
      )}
    </main>
  );
}
