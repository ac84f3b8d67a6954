// Whether something that was typed looks like an e-mail address.
/** Could a letter be sent there? The server looks closer. */
export const isEmail = (text: string): boolean => /^[^\s@<>",;:\\()[\]]+@[^\s@<>",;:\\()[\]]+\.[^\s@<>",;:\\()[\]]+$/.test(text.trim());
