// Ends a call by a request, where the line could not say it: again and again until the backend has heard it, or says that it is over.
import { Problem, request } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';

/**
 * @param token the call's ticket, or undefined: then the cookie says who asks
 * @param done tells whether it is over meanwhile
 * @param take gets the snapshot that the backend answers
 */
export async function endByRequest(callId, token, done, take, backoff = new Backoff({ first: 500, most: 4_000 })) {
  if (done()) {
    return;
  }
  try {
    take(await request('POST', `/api/video-calls/${encodeURIComponent(callId)}/end`, { token }));
  } catch (problem) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.body.call) {
      take(problem.body.call);
    } else if (problem.passing) {
      setTimeout(() => endByRequest(callId, token, done, take, backoff), backoff.next());
    }
  }
}
