import { written } from './written.ts';

/** What the last stage of the Containerfile says. */
export interface ImageLayout {
  folder: string;
  /** What is copied from other stages: the path in the image's folder, and where it comes from. */
  copies: { stage: string; from: string; to: string }[];
  environment: Record<string, string>;
  user: string;
  command: string[];
}

/** Reads the last stage; the Containerfile says everything in single lines. */
export const readContainerfile = (): ImageLayout => {
  const stage =
    written('Containerfile')
      .split(/^FROM /m)
      .at(-1) ?? '';
  const said = (word: string): string[] =>
    [...stage.matchAll(new RegExp(`^${word} (.*)$`, 'gm'))].map(([, rest]) => rest ?? '');
  return {
    folder: said('WORKDIR')[0] ?? '',
    copies: said('COPY').map((line) => {
      const [, name = '', from = '', to = ''] = /^--from=(\S+) (\S+) (\S+)$/.exec(line) ?? [];
      return { stage: name, from, to };
    }),
    environment: Object.fromEntries(
      said('ENV').map((line): [string, string] => {
        const [name = '', ...value] = line.split('=');
        return [name, value.join('=')];
      }),
    ),
    user: said('USER')[0] ?? '',
    command: JSON.parse(said('CMD')[0] ?? '[]'),
  };
};

/** The production packages' folders, as `npm ci --omit=dev` chooses them: the lock file marks the others. */
export const productionPackages = (): string[] => {
  const { packages }: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
    written('package-lock.json'),
  );
  return Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== '' && dev !== true)
    .map(([folder]) => folder);
};
