import { statusAnswer } from '../factories/dashboard-proxy.factory.ts';

/** Does what was asked, and answers as the cluster does. */
export type Act = () => Promise<Response>;

/** What goes wrong with one request. */
export interface Fault {
  name: string;
  answer: (act: Act) => Promise<Response>;
  /** Nobody answers: whoever asks has to give up. */
  isSilent?: boolean;
}

const refusal = (code: number, reason: string): Fault => ({
  name: `${code} ${reason}`,
  answer: async () => statusAnswer(code, reason, { message: `${reason}, says the test.` }),
});

const dropped = (): never => {
  throw new TypeError('Failed to fetch');
};

const silence = (): Promise<never> => new Promise(() => {});

const page = (status: number): Response =>
  new Response('<html>Something else</html>', {
    status,
    headers: { 'content-type': 'text/html' },
  });

export const refused: Fault = refusal(422, 'Invalid');

export const lostAnswer: Fault = {
  name: 'done, answer lost',
  answer: async (act) => {
    await act();
    return dropped();
  },
};

export const neverAnswers: Fault = { name: 'never answers', answer: silence, isSilent: true };

export const faults: Fault[] = [
  refusal(400, 'BadRequest'),
  refusal(401, 'Unauthorized'),
  refusal(403, 'Forbidden'),
  refusal(404, 'NotFound'),
  refusal(409, 'AlreadyExists'),
  refusal(409, 'Conflict'),
  refused,
  refusal(429, 'TooManyRequests'),
  refusal(500, 'InternalError'),
  refusal(503, 'ServiceUnavailable'),
  refusal(504, 'Timeout'),
  lostAnswer,
  { name: 'dropped before', answer: async () => dropped() },
  {
    name: 'done, garbage answer',
    answer: async (act) => {
      await act();
      return page(200);
    },
  },
  { name: 'a gateway’s page', answer: async () => page(502) },
  neverAnswers,
  {
    name: 'done, never answers',
    answer: async (act) => {
      await act();
      return silence();
    },
    isSilent: true,
  },
];

/** What becomes of all that is asked after something went wrong. */
export interface Aftermath {
  name: string;
  /** Undefined for a request that is answered as usual. */
  faultOf: (method: string) => Fault | undefined;
}

const toUndo = (name: string, fault: Fault): Aftermath => ({
  name,
  faultOf: (method) => (method === 'DELETE' || method === 'PATCH' ? fault : undefined),
});

export const allWell: Aftermath = { name: 'the undo works', faultOf: () => undefined };

export const troubles: Aftermath[] = [
  toUndo('the undo is refused', refusal(403, 'Forbidden')),
  toUndo('the undo is dropped', { name: 'dropped', answer: async () => dropped() }),
  toUndo('each answer to the undo is lost', lostAnswer),
  {
    name: 'nobody may look',
    faultOf: (method) => (method === 'GET' ? refusal(403, 'Forbidden') : undefined),
  },
];
