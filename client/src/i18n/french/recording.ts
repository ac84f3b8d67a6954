// French: recording a talk or a meeting room.
import type { recording as english } from '../english/recording.ts';
import type { Message } from '../Message.ts';

export const recording: Record<keyof typeof english, Message> = {
  'refusal.notAsked': 'Rien ne t’est demandé ici : personne n’enregistre.',
  'refusal.cannotRecord': 'Impossible d’enregistrer : le serveur ne garde pas de causeries, n’a plus de place, ou ne répond pas.',
  'refusal.notRecordedHere':
    'Ici, rien ne s’enregistre : seulement les causeries de l’auditorium et les salles de réunion, avec l’accord de tous.',
  'refusal.tooLate':
    'C’était possible pendant sept jours après la fin. Demande à qui a mené la causerie, ou voulu enregistrer la réunion, de l’effacer.',

  'recording.wish': 'Enregistrer cette causerie',
  'recording.wishHint': 'Cela commence quand tous ceux qui sont sur scène ont dit oui. La salle n’est pas enregistrée.',
  'recording.ask': 'Enregistrer…',
  'recording.stop': 'Arrêter l’enregistrement',
  'recording.stopAsking': 'Ne plus demander',
  'recording.askTitle.talk': 'Enregistrer cette causerie ?',
  'recording.askText.talk':
    'Tous ceux qui sont sur scène sont consultés. Cela commence quand tous ont dit oui ; toi, tu dis oui en demandant.',
  'recording.askWhat.talk':
    'Sont enregistrées la voix, l’image et les diapos de qui parle, jamais la salle. On retrouve le tout sur la page de la causerie.',
  'recording.askTitle.room': 'Enregistrer cette salle ?',
  'recording.askText.room':
    'Toutes les personnes dans la salle sont consultées. Cela commence quand toutes ont dit oui ; toi, tu dis oui en demandant.',
  'recording.askWhat.room':
    'Sont enregistrés les voix, les caméras et les écrans montrés. Seules les personnes qui y sont pourront le revoir. Qui entre est d’abord consulté, et tout s’arrête jusqu’à son oui.',
  'recording.askVerb': 'Demander',
  'recording.asking.label': 'Demande d’enregistrement',
  'recording.asking.agreed': '{n} sur {of} ont dit oui',
  'recording.asking.nobody': 'Cela commence quand quelqu’un est sur scène',
  'recording.asking.hint': 'Cela commence quand tous ont dit oui.',
  'recording.asking.refused': {
    one: '{n} sur {of} ne veut pas être enregistré. Cela ne commence pas tant que cette personne est sur scène.',
    other: '{n} sur {of} ne veulent pas être enregistrés. Cela ne commence pas tant que ces personnes sont sur scène.',
  },
  'recording.problem.label': 'L’enregistrement',
  'recording.problem.title': 'L’enregistrement s’est arrêté',
  'recording.problem.diskFull':
    'Le disque du serveur est plein. La causerie continue, et ce qui est enregistré est gardé. Qui tient le serveur peut faire de la place ; relance ensuite.',
  'recording.problem.failed':
    'Le serveur n’arrive pas à l’écrire. La causerie continue, et ce qui est enregistré est gardé. Réessaie, ou demande à qui tient le serveur.',

  'recording.problem.room.diskFull':
    'Le disque du serveur est plein. Ta conversation continue, et ce qui est enregistré est gardé. Qui tient le serveur peut faire de la place ; redemande ensuite.',
  'recording.problem.room.failed':
    'Le serveur n’arrive pas à l’écrire. Ta conversation continue, et ce qui est enregistré est gardé. Redemande, ou vois avec qui tient le serveur.',

  'recording.room.label': 'Enregistrement de cette salle',
  'recording.room.askHint': 'Commence quand toutes les personnes ici ont dit oui.',
  'recording.room.agreed': '{n} sur {of} ont dit oui',
  'recording.room.rests': 'Quelqu’un ici n’a pas dit oui.',
  'recording.room.afterLabel': 'Enregistrement de la réunion',
  'recording.room.afterHint': 'Seules les personnes qui y sont peuvent le voir. Il est parmi tes réunions, dans « Causeries passées ».',

  'recording.consent.label': 'Être enregistré',
  'recording.consent.begin': '{name} demande : peut-on enregistrer cette causerie ?',
  'recording.consent.up': 'Cette causerie est enregistrée. Avant de dire oui, tu ne fais qu’écouter.',
  'recording.consent.floor': 'Tu as la parole, et tu seras enregistré.',
  'recording.consent.room': '{name} demande : peut-on enregistrer cette salle ?',
  'recording.consent.roomOn': 'Cette salle est enregistrée. Avant ton oui, l’enregistrement est en pause.',
  'recording.consent.what.room': 'Enregistrés : ta voix, ton image et ce que tu montres tant que tu es ici.',
  'recording.consent.what.talk': 'Enregistrés : ta voix, ton image et ce que tu montres pendant que tu parles.',
  'recording.consent.where.room': {
    one: 'Visible par les personnes qui y sont, et elles seules, pendant {n} jour, ou plus si on le garde.',
    other: 'Visible par les personnes qui y sont, et elles seules, pendant {n} jours, ou plus si on le garde.',
  },
  'recording.consent.where.talk': {
    one: 'Visible sur la page de la causerie par qui peut entrer ici, pendant {n} jour, ou plus si on la garde.',
    other: 'Visible sur la page de la causerie par qui peut entrer ici, pendant {n} jours, ou plus si on la garde.',
  },
  'recording.consent.withdraw.room': 'Tout le monde ici peut l’arrêter. Pendant 7 jours, tu peux t’en retirer.',
  'recording.consent.withdraw.talk': 'Pendant 7 jours après la causerie, tu peux t’en retirer.',
  'recording.consent.said': '{title} Réponds sur la carte « Être enregistré ».',
  'recording.yes.begin': 'D’accord',
  'recording.yes.room': 'D’accord',
  'recording.yes.roomOn': 'D’accord',
  'recording.yes.up': 'D’accord, je parle',
  'recording.yes.floor': 'D’accord, je prends la parole',
  'recording.no': 'Pas moi',
  'recording.refused.asking': 'Tu ne veux pas être enregistré',
  'recording.refused.askingHint': 'Ton nom n’est dit à personne. Cela ne commence pas tant que tu es sur scène.',
  'recording.refused.room': 'Tu ne veux pas être enregistré',
  'recording.refused.roomHint': 'Ton nom n’est dit à personne. Tant que tu es ici, rien n’est enregistré.',
  'recording.refused.on': 'Tu écoutes, et tu n’es pas enregistré',
  'recording.refused.onHint': 'Pour parler dans une causerie enregistrée, il faut d’abord dire oui.',
  'recording.refused.agree': 'D’accord, finalement',
  'recording.takeBack': 'Plus moi',
  'recording.takeBackItem': 'Ne plus m’enregistrer…',
  'recording.takeBackTitle': 'Ne plus être enregistré ?',
  'recording.takeBackText': 'Aussitôt, tu ne fais plus qu’écouter. L’enregistrement continue sans toi.',
  'recording.takeBackSaid': 'Ce que tu as dit y reste. Après la causerie, tu peux l’en retirer aussi, pendant 7 jours.',
  'recording.takeBackVerb': 'Seulement écouter',

  'recording.state.asking': 'À enregistrer',
  'recording.state.on': 'Enregistrement',
  'recording.state.paused': 'Enregistrement en pause',
  'recording.outside': 'enregistrée',
  'recording.hearer': 'l’enregistrement',
  'recording.hearerTitle': 'L’enregistrement',
  'recording.hearerHint': 'entend et voit ce que tu envoies',
  'recording.said.room.asking': 'Cette salle doit être enregistrée.',
  'recording.said.room.on': 'Cette salle est enregistrée.',
  'recording.said.room.paused': 'L’enregistrement est en pause : quelqu’un ici n’a pas dit oui.',
  'recording.said.room.off': 'Cette salle n’est plus enregistrée.',
  'recording.said.talk.asking': 'Cette causerie doit être enregistrée. La salle ne l’est pas.',
  'recording.said.talk.on': 'Cette causerie est enregistrée. La salle ne l’est pas.',
  'recording.said.talk.paused': 'L’enregistrement est en pause : personne ne parle.',
  'recording.said.talk.off': 'Cette causerie n’est plus enregistrée.',

  'recording.after.finishing': 'L’enregistrement se prépare : {percent} %',
  'recording.after.ready': 'Avec un enregistrement',
  'recording.after.done': 'L’enregistrement est prêt.',
  'recording.after.failed': 'L’enregistrement n’a pas pu être fait',
  'recording.leave': 'Me retirer de l’enregistrement…',
  'recording.leaveFull': 'Me retirer de l’enregistrement de « {title} »',
  'recording.leaveTitle': 'Te retirer de « {title} » ?',
  'recording.leaveText':
    'Rien de ce que tu as dit ou montré n’y sera plus entendu ni vu. Il est refait, et cela ne s’annule pas. Possible jusqu’au {date}.',
  'recording.leaveYes': 'Me retirer',
};
