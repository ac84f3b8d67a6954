// Why a passkey was not made or used, told apart as far as browsers tell.

/**
 * cancelled: by the person, or time ran out · alreadyHere: this device keeps one for the account already · insecure: the page is plain http ·
 * address: it has no name, only numbers · browser: it knows no passkeys, or not of the kind that is asked for · failed: something else.
 */
export type PasskeyProblem = 'cancelled' | 'alreadyHere' | 'insecure' | 'address' | 'browser' | 'failed';
