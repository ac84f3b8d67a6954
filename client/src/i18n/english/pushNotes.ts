// English: what a device says while no page of the office is open. Not of the dictionary: the service worker has nothing else.
export const pushNotes = {
  direct: '{name} has written to you',
  knock: '{name} knocks',
  read: 'Open Comptoir to read it.',
  letIn: 'Open Comptoir to let them in.',
};
