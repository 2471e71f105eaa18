import type { WayToNvidia } from '../../src/verifier/way-to-nvidia.ts';
import { createNvidiaStandIn } from '../../test/embedded/nvidia/nvidia-stand-in.ts';

/** The service's way out, in the page itself: at its end the stand-in answers in NVIDIA's place. */
export const wayToStandIn = (): WayToNvidia => {
  const standIn = createNvidiaStandIn();
  return {
    ask: async (url, question) => {
      const answer = await standIn.handle(new Request(url, question));
      question.signal.throwIfAborted();
      if (answer === 'dropped') {
        throw new TypeError('The connection was closed.');
      }
      return {
        code: answer.status,
        contentType: answer.headers.get('content-type') ?? '',
        location: answer.headers.get('location') ?? undefined,
        text: await answer.text(),
      };
    },
    close: async () => undefined,
  };
};
