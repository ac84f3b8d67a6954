// The page's first script.
import { Session } from './session.ts';

new Session().start();
