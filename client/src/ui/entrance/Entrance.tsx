// The entrance over the living office: who I am, how I look, who is here, what the door asks for; then in.
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { GuestOffer } from '../account/GuestOffer.tsx';
import { SignInDialog } from '../account/SignInDialog.tsx';
import { EntranceMeeting } from '../appointments/EntranceMeeting.tsx';
import { AvatarEditor } from '../avatar/AvatarEditor.tsx';
import { CharterLine } from '../house/CharterLine.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useUi } from '../Ui.ts';
import { AccountNotes } from './AccountNotes.tsx';
import { AtTheDoor } from './AtTheDoor.tsx';
import { Banned } from './Banned.tsx';
import { DoorLine } from './DoorLine.tsx';
import { EntranceNotes } from './EntranceNotes.tsx';
import { EntryForm } from './EntryForm.ts';
import { sentenceOnName, sentenceOnTrade } from './entryProblem.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { LinkStep } from './LinkStep.tsx';
import { MicrophoneLine } from './MicrophoneLine.tsx';
import { OfficeFull } from './OfficeFull.tsx';
import { PasswordStep } from './PasswordStep.tsx';
import { ReadyScreen } from './ReadyScreen.tsx';
import { SecondTab } from './SecondTab.tsx';
import { useEnterVerb } from './useEnterVerb.ts';
import { useFreeBeside } from './useFreeBeside.ts';
import { WhoFields } from './WhoFields.tsx';
import { WhoIAm } from './WhoIAm.tsx';
import { WhoIsHere } from './WhoIsHere.tsx';

export function Entrance() {
  const { app, t } = useUi();
  const form = useMemo(() => new EntryForm(app, t('second.name')), [app]);
  const editing = useSignal(false);
  const signingIn = useSignal(false);
  const nameField = useRef<HTMLInputElement | null>(null);
  const enterButton = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  useFreeBeside(card);

  useEffect(() => form.watch(), [form]);
  const problem = app.officeProblem.value;
  const nowhere = problem === 'unreachable' ? undefined : problem;
  const banned = app.device.value?.banned ?? (form.refusal.value === 'banned' ? {} : undefined);
  /** What the card is about now. */
  const about = useComputed(() => (app.doorway.knock.value ? 'knock' : form.screen.value)).value;
  const onForm = about === 'who' && nowhere === undefined && !banned;
  const isMe = form.me !== undefined && !form.isChanging.value;
  useLayoutEffect(() => {
    const isToBeTyped = form.name.peek() === '' || form.isChanging.peek();
    if (onForm) (isToBeTyped ? nameField.current : enterButton.current)?.focus({ preventScroll: true });
  }, [form, onForm, isMe]);

  const submit = (event: Event): void => {
    event.preventDefault();
    if (form.step.value.kind !== 'typing') return;
    form.tried.value = true;
    if (sentenceOnName(form.name.value, t)) nameField.current?.focus();
    else if (!sentenceOnTrade(form.trade.value, t)) void form.proceed();
  };

  const office = app.office.value;
  const step = form.step.value;
  const verb = useEnterVerb(form);
  const full = form.refusal.value === 'full' || step.kind === 'waiting';
  const list = app.view.value === 'list';
  return (
    <main class="entrance">
      <div class="entrance-card" ref={card}>
        <header class="entrance-head">
          <h1>{nowhere ? t(`problem.${nowhere}Title`) : (office?.title ?? t('entrance.titleBare'))}</h1>
          <LanguageSwitch labelHidden />
        </header>
        {banned && <Banned banned={banned} />}
        {about === 'who' && !banned && (
          <>
            {office ? <WhoIsHere office={office} /> : !problem && <p class="who-is-here muted">{t('entrance.loading')}</p>}
            <EntranceMeeting />
            <AccountNotes />
            <GuestOffer />
            <DoorLine />
          </>
        )}
        {about === 'knock' && !banned && <AtTheDoor form={form} />}
        {about === 'devices' && !banned && <ReadyScreen form={form} />}
        {about === 'password' && !banned && <PasswordStep form={form} />}
        {about === 'link' && !banned && <LinkStep form={form} />}
        <form onSubmit={submit} noValidate hidden={!onForm}>
          {isMe ? (
            <WhoIAm form={form} />
          ) : (
            <WhoFields
              form={form}
              nameField={nameField}
              onEdit={() => {
                editing.value = true;
              }}
              onSignIn={() => {
                signingIn.value = true;
              }}
            />
          )}
          {full ? (
            <OfficeFull form={form} />
          ) : (
            <div class="entrance-verbs">
              <button
                ref={enterButton}
                type="submit"
                class="button primary large"
                aria-busy={step.kind === 'entering'}
                aria-describedby="charter-line"
              >
                {verb}
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
              <CharterLine />
              <MicrophoneLine form={form} />
            </div>
          )}
        </form>
        <EntranceNotes form={form} />
      </div>
      {step.kind === 'asking' && <SecondTab form={form} person={step.person} />}
      {signingIn.value && (
        <SignInDialog
          onClose={() => {
            signingIn.value = false;
          }}
          onDone={() => {
            signingIn.value = false;
          }}
        />
      )}
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
