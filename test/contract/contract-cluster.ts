import { setTimeout as sleep } from 'node:timers/promises';
import { startApiServer } from '../apiserver/api-server.ts';
import { secureFetch } from '../apiserver/secure-fetch.ts';
import { createEmbeddedCluster } from '../embedded/cluster/embedded-cluster.ts';
import { isJsonObject, type JsonObject } from '../embedded/cluster/json.ts';
import { loadManifests } from '../embedded/seed/manifests.node.ts';
import { seedObjects, seedUsers } from '../embedded/seed/seed.ts';

/** What a cluster answered: its code, and its JSON (a text as `{ text }`). */
export interface ContractAnswer {
  code: number;
  body: JsonObject;
}

export interface Asked {
  method: string;
  path: string;
  body?: unknown;
  contentType?: string;
  accept?: string;
}

/** A user of the seed by name (any other name has a token that is nobody's), a token, or no token at all. */
export type Caller = string | { token: string } | undefined;

/** A cluster under test; the tests do not know which one. */
export interface ContractCluster {
  /** `embedded`, or the version of a real API server. */
  version: string;
  /** Whether somebody collects garbage and gives tokens. */
  controllers: boolean;
  ask(caller: Caller, asked: Asked): Promise<ContractAnswer>;
  stop(): Promise<void>;
}

const seed = () => ({ objects: seedObjects(loadManifests()), users: seedUsers });

export const startEmbedded = async (): Promise<ContractCluster> => {
  const cluster = createEmbeddedCluster(seed());
  return {
    version: 'embedded',
    controllers: true,
    ask: (caller, asked) => ask(cluster.fetch, 'http://embedded', caller, asked),
    stop: async () => {},
  };
};

export const startReal = async (
  assets: string,
  crds: string | undefined,
): Promise<ContractCluster> => {
  const server = await startApiServer({ assets, crds, ...seed() });
  const client = secureFetch(server.ca);
  return {
    version: server.version,
    controllers: server.controllers,
    ask: (caller, asked) => ask(client.fetch, server.url, caller, asked),
    stop: async () => {
      await client.close();
      await server.stop();
    },
  };
};

const ask = async (
  send: (request: Request) => Promise<Response>,
  url: string,
  caller: Caller,
  { method, path, body, contentType = 'application/json', accept = '*/*' }: Asked,
): Promise<ContractAnswer> => {
  const token = typeof caller === 'string' ? `${caller}-token` : caller?.token;
  const response = await send(
    new Request(`${url}${path}`, {
      method,
      headers: {
        accept,
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': contentType }),
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  return { code: response.status, body: parsed(text) };
};

const parsed = (text: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : { text };
  } catch {
    return { text };
  }
};

const patience = 20_000;

/** Asks again until the answer has the code, for what controllers do in their own time; returns the last answer. */
export const eventually = async (
  question: () => Promise<ContractAnswer>,
  isDone: (answer: ContractAnswer) => boolean,
): Promise<ContractAnswer> => {
  const end = Date.now() + patience;
  let answer = await question();
  while (!isDone(answer) && Date.now() < end) {
    await sleep(100);
    answer = await question();
  }
  return answer;
};
