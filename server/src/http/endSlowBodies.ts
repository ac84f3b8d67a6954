// Ends requests whose body takes too long to come. The port itself allows for the longest: a document over a slow line.
import { tuning } from '@comptoir/shared/tuning';
import type { Request, RequestHandler } from 'express';

const BODY_MS = 60_000;
const LARGE: readonly string[] = ['/api/slides', '/api/files'];

const hasBody = ({ headers }: Request): boolean => headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

export const endSlowBodies: RequestHandler = (req, _res, next) => {
  if (hasBody(req)) {
    const timer = setTimeout(() => req.destroy(), LARGE.includes(req.path) ? tuning.slideSendMs : BODY_MS);
    req.once('close', () => clearTimeout(timer));
  }
  next();
};
