/** What the start says while nobody can open the door, let in or send out. */
export const FIRST_HOST_LINE = 'Nobody is host here yet. npm run admin -- invite --role host makes a link for the first one.';
