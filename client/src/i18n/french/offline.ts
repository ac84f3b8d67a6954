// French: complete by type, with "tu".
import type { offline as english } from '../english/offline.ts';

export const offline: typeof english = {
  title: { network: 'Il n’y a pas de réseau', server: 'Le lieu ne répond pas' },
  text: {
    network: 'Cet appareil n’est relié à aucun réseau. Regarde le Wi-Fi, les données mobiles ou le mode avion.',
    server: 'Cet appareil a du réseau, mais {host} ne répond pas. Il redémarre peut-être, il est éteint, ou le chemin est coupé.',
  },
  again: 'Dès qu’il y a une réponse, le lieu revient ici tout seul.',
  tryNow: 'Regarder maintenant',
};
