import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../../../src/verifier/self-signed.fixture.ts';

/** A validating admission webhook on this machine. */
export interface Webhook {
  url: string;
  /** The certificate to trust, PEM. */
  ca: string;
  stop: () => Promise<void>;
}

interface AdmissionReview {
  apiVersion: string;
  request: { uid: string; dryRun?: boolean };
}

/** Answers each review with what `judge` says: nothing lets the object pass, a text refuses it. */
export const startWebhook = async (
  judge: (request: AdmissionReview['request']) => Promise<string | undefined> | string | undefined,
): Promise<Webhook> => {
  const { key, cert } = selfSigned();
  const server = createServer({ key, cert }, async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const review = JSON.parse(Buffer.concat(chunks).toString()) as AdmissionReview;
    const message = await judge(review.request);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        apiVersion: review.apiVersion,
        kind: 'AdmissionReview',
        response: {
          uid: review.request.uid,
          allowed: message === undefined,
          ...(message === undefined ? {} : { status: { code: 403, message } }),
        },
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/judge`,
    ca: cert,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
