// Whether this browser is told who wrote while no page is open: asked of the browser, and told to the office.
import { isRefused, type Refusal } from '@comptoir/shared/protocol/requests';
import type { Actions } from '../../actions.ts';

/** none: this browser cannot, or this page has no worker · denied: the person told the browser so. */
export type PushState = 'none' | 'denied' | 'on' | 'off';

async function registration(): Promise<ServiceWorkerRegistration | undefined> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const found = await workers?.getRegistration().catch(() => undefined);
  return found && 'pushManager' in found ? found : undefined;
}

export async function readPush(): Promise<PushState> {
  const found = await registration();
  if (!found || typeof Notification !== 'function') return 'none';
  if (Notification.permission === 'denied') return 'denied';
  const subscription = await found.pushManager.getSubscription().catch(() => null);
  return subscription && Notification.permission === 'granted' ? 'on' : 'off';
}

/** To be called from a click. */
export async function startPush({ channels }: Actions): Promise<'ok' | 'denied' | 'failed' | { refused: Refusal }> {
  const found = await registration();
  if (!found) return 'failed';
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const key = await channels.ask('pushKey', {});
  if (isRefused(key)) return key;
  try {
    const old = await found.pushManager.getSubscription();
    // of an office whose key was another one
    if (old && toBase64Url(old.options.applicationServerKey) !== key.key) await old.unsubscribe();
    const subscription = await found.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key.key });
    return await tell({ channels }, subscription);
  } catch {
    return 'failed';
  }
}

export async function endPush({ channels }: Actions): Promise<void> {
  const subscription = await (await registration())?.pushManager.getSubscription().catch(() => null);
  if (!subscription) return;
  await channels.ask('unsubscribePush', { endpoint: subscription.endpoint });
  await subscription.unsubscribe().catch(() => false);
}

/** Says once more to whom this browser belongs. */
export async function renewPush(actions: Pick<Actions, 'channels'>): Promise<void> {
  const subscription = await (await registration())?.pushManager.getSubscription().catch(() => null);
  if (subscription && Notification.permission === 'granted') await tell(actions, subscription);
}

async function tell(
  { channels }: Pick<Actions, 'channels'>,
  subscription: PushSubscription,
): Promise<'ok' | 'failed' | { refused: Refusal }> {
  const { endpoint, keys } = subscription.toJSON();
  if (endpoint === undefined || keys?.p256dh === undefined || keys.auth === undefined) return 'failed';
  const answer = await channels.ask('subscribePush', { endpoint, keys: { p256dh: keys.p256dh, auth: keys.auth } });
  return isRefused(answer) ? answer : 'ok';
}

function toBase64Url(bytes: ArrayBuffer | null): string {
  const text = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)));
  return btoa(text).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
