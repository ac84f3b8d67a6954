// What the properties of an area, a layer or a tile make of the floor: our own names and those of WorkAdventure's maps.

import { clamp } from '@comptoir/shared/geometry';
import type { ConversationTrait, Traits, Trigger } from '@comptoir/shared/map/OfficeMap';
import { RANKS } from '@comptoir/shared/people';
import { pageLink, soundLink } from './mapLinks.ts';
import type { Properties } from './properties.ts';
import { isOn, numberOf, textOf } from './properties.ts';
import type { Reading } from './Reading.ts';

const CONVERSATIONS: readonly ConversationTrait[] = ['meeting', 'stage', 'audience', 'quiet'];
const TRIGGERS: readonly Trigger[] = ['onenter', 'onaction', 'onicon'];

/** Read by WorkAdventure, without effect here; said once per place. */
const IGNORED: Readonly<Record<string, string>> = {
  openWebsiteAllowApi: 'pages cannot act on the office',
  openWebsiteHideUrl: 'the address is always shown',
  openWebsitePosition: 'the side panel has one place',
  exitInstance: 'an exit names its office by its address',
  zone: 'scripts are not run',
  script: 'scripts are not run',
  doorVariable: 'scripts are not run',
  bellVariable: 'scripts are not run',
  bindVariable: 'scripts are not run',
  openConfig: 'scripts are not run',
  meetingRoomLabel: 'the name of the area is shown',
  jitsiUrl: 'talking happens here, not in Jitsi',
  jitsiRoomAdminTag: 'talking happens here, not in Jitsi',
};

/** Warns about names that are known and without effect. */
export function warnIgnored(properties: Properties, place: string, reading: Reading): void {
  for (const [name, why] of Object.entries(IGNORED))
    if (properties.has(name) && properties.get(name) !== false) reading.findings.warn(place, `"${name}" is ignored: ${why}.`);
}

/** The traits; an empty object when no property means anything. Wrong values are findings. Scale-free. */
export function traitsOf(properties: Properties, place: string, reading: Reading): Traits {
  const traits: Traits = {};
  if (properties.size === 0) return traits;
  warnIgnored(properties, place, reading);
  talking(traits, properties, place, reading);
  const rank = textOf(properties, 'minRank');
  if (rank !== undefined) {
    const known = RANKS.find((one) => one === rank);
    if (known) traits.minRank = known;
    else reading.findings.refuse(place, `"minRank" is "${rank.slice(0, 40)}"; it can be ${RANKS.join(', ')}.`);
  }
  if (isOn(properties, 'focusable')) {
    const margin = numberOf(properties, 'zoomMargin') ?? numberOf(properties, 'zoom_margin') ?? 0;
    traits.focus = { marginShare: clamp(margin, 0, 10) };
  }
  const exit = textOf(properties, 'exitUrl') ?? textOf(properties, 'exitSceneUrl');
  if (exit !== undefined) traits.exit = { url: exit.slice(0, 1000) };
  sound(traits, properties, place, reading);
  pages(traits, properties, place, reading);
  return traits;
}

function talking(traits: Traits, properties: Properties, place: string, reading: Reading): void {
  const { findings } = reading;
  const conversation = textOf(properties, 'conversation');
  if (conversation !== undefined) {
    const known = CONVERSATIONS.find((one) => one === conversation);
    if (known) traits.conversation = known;
    else findings.refuse(place, `"conversation" is "${conversation.slice(0, 40)}"; it can be ${CONVERSATIONS.join(', ')}.`);
  }
  const auditorium = textOf(properties, 'auditorium');
  if (auditorium !== undefined) traits.auditorium = auditorium.slice(0, 160);
  const backstage = textOf(properties, 'backstage');
  if (backstage !== undefined) traits.backstage = backstage.slice(0, 160);
  const lounge = textOf(properties, 'lounge');
  if (lounge !== undefined) traits.lounge = lounge.slice(0, 160);
  if (traits.conversation === undefined && isOn(properties, 'silent')) traits.conversation = 'quiet';
  for (const name of ['jitsiRoom', 'bbbMeeting', 'livekitRoom']) {
    if (textOf(properties, name) === undefined) continue;
    traits.conversation ??= 'meeting';
    findings.warn(place, `"${name}" makes this a meeting area of the office; no other meeting server is called.`);
  }
  const speaker = textOf(properties, 'speakerMegaphone');
  const listener = textOf(properties, 'listenerMegaphone');
  if (speaker !== undefined) {
    traits.conversation ??= 'stage';
    traits.auditorium ??= speaker.slice(0, 160);
  } else if (listener !== undefined) {
    traits.conversation ??= 'audience';
    traits.auditorium ??= listener.slice(0, 160);
  }
  if (backstage !== undefined && traits.conversation !== 'meeting')
    findings.warn(place, '"backstage" has an effect in a meeting area only.');
  if ((traits.conversation === 'stage' || traits.conversation === 'audience') && traits.auditorium === undefined)
    findings.warn(place, `a ${traits.conversation} needs "auditorium": the name that its stage and its audience share.`);
}

function sound(traits: Traits, properties: Properties, place: string, reading: Reading): void {
  const legacy = textOf(properties, 'playAudioLoop');
  const link = textOf(properties, 'playAudio') ?? legacy;
  if (link === undefined) return;
  const url = soundLink(link, 'playAudio', place, reading);
  if (url === undefined) return;
  const loop = isOn(properties, 'audioLoop') || legacy !== undefined;
  traits.audio = { url, loop, volume: clamp(numberOf(properties, 'audioVolume') ?? 1, 0, 1) };
}

function pages(traits: Traits, properties: Properties, place: string, reading: Reading): void {
  const trigger = triggerOf(properties, place, reading);
  const triggerMessage = textOf(properties, 'openWebsiteTriggerMessage')?.slice(0, 200);
  const asked = triggerMessage === undefined ? {} : { triggerMessage };
  const page = textOf(properties, 'openWebsite');
  const url = page === undefined ? undefined : pageLink(page, 'openWebsite', place, reading);
  if (url !== undefined) {
    const policy = textOf(properties, 'openWebsitePolicy')?.slice(0, 500);
    traits.website = {
      url,
      trigger,
      ...asked,
      widthPercent: clamp(numberOf(properties, 'openWebsiteWidth') ?? 50, 1, 100),
      closable: properties.get('openWebsiteClosable') !== false,
      ...(policy === undefined ? {} : { policy }),
    };
  }
  const tab = textOf(properties, 'openTab');
  const tabUrl = tab === undefined ? undefined : pageLink(tab, 'openTab', place, reading);
  if (tabUrl !== undefined) traits.tab = { url: tabUrl, trigger, ...asked };
}

function triggerOf(properties: Properties, place: string, reading: Reading): Trigger {
  const text = textOf(properties, 'openWebsiteTrigger');
  if (text === undefined) return 'onenter';
  const known = TRIGGERS.find((one) => one === text);
  if (!known) reading.findings.warn(place, `"openWebsiteTrigger" is "${text.slice(0, 40)}"; it can be ${TRIGGERS.join(', ')}.`);
  return known ?? 'onenter';
}
