// What the button that leads in says: the door decides what it does, the facts only prepare the word.
import { useUi } from '../Ui.ts';
import { chooseIdentity } from './chooseIdentity.ts';
import type { EntryForm } from './EntryForm.ts';

export function useEnterVerb(form: EntryForm): string {
  const { app, t } = useUi();
  const persons = app.device.value?.persons ?? [];
  const identity = chooseIdentity(form.name.value, app.prefill.name, persons);
  // who was inside before hardly has to knock
  const isNew = !form.me && 'as' in identity && identity.as === 'new';
  const knocks = app.office.value?.door === 'knock' && isNew && !app.doorway.invited.value;
  if (form.step.value.kind === 'entering') return t(knocks ? 'knock.knocking' : 'entrance.entering');
  return t(knocks ? 'knock.knock' : 'entrance.enter');
}
