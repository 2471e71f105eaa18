import { InvalidArgumentError, type Command } from 'commander';

const NGC_URL = 'https://api.ngc.nvidia.com';

/** Options that may be given more than once. */
export const collect = (value: string, earlier: string[]): string[] => [...earlier, value];

const DNS_NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

/** A name as Kubernetes allows it for a ConfigMap. */
export const kubernetesName = (value: string): string => {
  if (!DNS_NAME.test(value) || value.length > 250) {
    throw new InvalidArgumentError('It is no name for an object of Kubernetes.');
  }
  return value;
};

const countFrom =
  (least: number) =>
  (value: string): number => {
    const count = Number(value);
    if (!Number.isSafeInteger(count) || count < least || count > 1_000_000) {
      throw new InvalidArgumentError(`It is no whole number from ${least} on.`);
    }
    return count;
  };

const seconds = (value: string): number => {
  const count = Number(value);
  if (!(count > 0 && count <= 1_000_000)) {
    throw new InvalidArgumentError('It is no number of seconds.');
  }
  return count;
};

const baseAddress = (value: string): string => {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (
    url === undefined ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.search ||
    url.hash
  ) {
    throw new InvalidArgumentError('It is no address that begins with https:// or http://.');
  }
  return url.href.replace(/\/+$/, '');
};

/** The options of the commands that ask NVIDIA. */
export const addNgcOptions = (command: Command): Command =>
  command
    .option('--ngc-url <url>', "base address of NVIDIA's API", baseAddress, NGC_URL)
    .option('--key-file <file>', 'file with the NVIDIA API key; "-" is standard input')
    .option('--concurrency <n>', 'at most so many requests at once', countFrom(1), 16)
    .option('--timeout <seconds>', 'time limit for the whole run', seconds, 1800)
    .option('--request-timeout <seconds>', 'time limit for one attempt', seconds, 30)
    .option(
      '--retries <n>',
      'further attempts after 429, 5xx and lost connections',
      countFrom(0),
      5,
    )
    .option('--resume <dir>', 'keep answers there, and go on with those of a run that did not end');

/** How a catalog's ConfigMap is called. */
export const addNameOptions = (command: Command, name: string): Command =>
  command
    .option('--name <name>', 'name of the ConfigMap', kubernetesName, name)
    .option(
      '--namespace <namespace>',
      'namespace of the ConfigMap; none by default',
      kubernetesName,
    );

export const KEY_HELP =
  'The NVIDIA API key is taken from --key-file, NGC_API_KEY or standard input, never from an option.';

export const EXIT_HELP =
  'Exit codes: 0 done, 1 differences or findings, 2 usage, 3 partial, 4 NVIDIA refused the key, 5 NVIDIA unreachable.';
