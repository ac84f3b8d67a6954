// What may stand under a line as a mark: one emoji, as people see one.

const PICTURE = /^(?:\p{RGI_Emoji})$/v;

export const isOneEmoji = (text: string): boolean => PICTURE.test(text);
