// What processes say to one another over HTTP.

/** Proves to be one of us: what follows was checked by that process already. */
export const SECRET_HEADER = 'x-comptoir-process';
/** Address of whoever asked that process. */
export const ADDRESS_HEADER = 'x-comptoir-address';
/** 204: reaches Redis, and has for as long as a lease holds. */
export const STEADY_PATH = '/elsewhere/steady';
/** `?kind=&id=`: 204 when it is here. */
export const HAS_PATH = '/elsewhere/has';
