import { createClient, RequestProblem } from '../../src/api/index.ts';

/** The server this page came from. What fails is thrown as a {@link RequestProblem}, whose message is for the reader. */
export const server = createClient(async (url, request) => {
  const response = await fetch(url, request).catch(() => {
    throw new RequestProblem({
      status: 0,
      code: 'no-answer',
      detail: 'The program that serves this page does not answer. Is it still running?',
    });
  });
  return {
    ok: response.ok,
    json: () =>
      response.json().catch(() => {
        const detail = `The server answered ${response.status} ${response.statusText} without a reason.`;
        throw new RequestProblem({ status: response.status, code: 'unreadable', detail });
      }),
  };
});
