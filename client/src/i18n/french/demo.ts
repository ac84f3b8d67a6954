// French: the demo office.
import type { demo as english } from '../english/demo.ts';
import type { Message } from '../Message.ts';

export const demo: Record<keyof typeof english, Message> = {
  'demo.title': 'Démo : des gens en carton, personne ici n’est réel.',
  'demo.own': 'Vers le lieu',
  'demo.step.ring': 'Tiens-toi près de quelqu’un : l’anneau se remplit, et la conversation commence.',
  'demo.step.outLoud': 'À voix haute : qui passe tout près peut écouter, et ça se voit.',
  'demo.step.closed': 'Porte fermée : les autres toquent.',
  'demo.step.goodbye': 'Au revoir : chacun repart de son côté.',
  'demo.step.evening': 'Le soir vient, les lampes s’allument.',
  'demo.step.left': 'Deux vraies personnes sont là : les gens en carton sont partis.',
  'demo.who.illustrator': 'Illustratrice',
  'demo.who.developer': 'Développeur web',
  'demo.who.translator': 'Traductrice',
  'demo.who.photographer': 'Photographe',
  'demo.line.hello': 'Salut ! Tu fais quoi aujourd’hui ?',
  'demo.line.cover': 'Le site d’une librairie. Il me manque une image de une.',
  'demo.line.languages': 'Et une deuxième langue, j’espère ?',
  'demo.line.louder': 'À voix haute, alors : écoute qui veut.',
  'demo.line.listening': 'Je ne fais qu’écouter.',
  'demo.line.quiet': 'On parle tarifs : porte fermée un instant.',
  'demo.line.knock': 'Toc, toc.',
  'demo.line.comeIn': 'Entre, il nous faut des photos.',
  'demo.line.bye': 'Au boulot. À tout à l’heure à la machine !',
};
