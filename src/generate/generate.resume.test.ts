import { once } from 'node:events';
import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unknownKey } from '../../test/embedded/nvidia/test-keys.ts';
import {
  createNvidiaStandIn,
  type NvidiaStandIn,
} from '../../test/embedded/nvidia/nvidia-stand-in.ts';
import { serveNvidiaStandIn } from '../../test/embedded/nvidia/serve.node.ts';
import {
  entriesIn,
  generateFrom,
  KEY,
  newFolder,
  nim,
  nimCatalog,
  nvidia,
  startNimCatalog,
} from './command-line.fixture.ts';

const models = Array.from({ length: 30 }, (_, index) => nim(`m${index + 10}`));

const asked = (standIn: NvidiaStandIn): string[] =>
  standIn.requests().flatMap(({ path }) => (path.includes('/repos/') ? [path] : []));

const untilAsked = async (standIn: NvidiaStandIn, count: number): Promise<void> => {
  while (asked(standIn).length < count) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

describe('an interrupted run', { timeout: 30_000 }, () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends cleanly on %s and writes nothing', async (signal, exitCode) => {
    const folder = newFolder();
    const output = join(folder, 'catalog.yaml');
    const resume = join(folder, 'answers');
    const { url, standIn } = await nvidia(models, { latencyMs: 150 });
    const args = ['generate', '--ngc-url', url, '--no-sizing', '--resume', resume];
    const run = startNimCatalog([...args, '--concurrency', '2', '--output', output]);
    await untilAsked(standIn, 6);
    run.child.kill(signal);
    const ended = await run.ended;
    expect(ended.exitCode).toBe(exitCode);
    expect(ended.stderr).toMatch(
      new RegExp(
        `interrupted \\(${signal}\\): \\d+ of 30 models were asked for; nothing is written`,
      ),
    );
    expect(existsSync(output)).toBe(false);
  });

  it('uses no answers of another address', async () => {
    const resume = newFolder();
    const repository = { instead: { kind: 'error', status: 403 } } as const;
    const one = await nvidia([nim('a'), nim('b', { repository })]);
    expect((await generateFrom(one.url, '--resume', resume)).exitCode).toBe(3);
    const other = await nvidia([nim('a'), nim('b')]);
    expect((await generateFrom(other.url, '--resume', resume)).exitCode).toBe(0);
    expect(asked(other.standIn)).toHaveLength(2);
  });

  it('asks only for the rest when it goes on, with the same result', async () => {
    const resume = newFolder();
    const { url, standIn } = await nvidia(models, { latencyMs: 100 });
    const args = ['generate', '--ngc-url', url, '--resume', resume];
    const run = startNimCatalog([...args, '--concurrency', '2']);
    await untilAsked(standIn, 8);
    run.child.kill('SIGKILL');
    await once(run.child, 'exit');
    // What a crash leaves of a line.
    appendFileSync(join(resume, readdirSync(resume)[0] ?? ''), '{"at":"2026-');

    const second = await nimCatalog(args);
    expect(second.exitCode).toBe(0);
    expect(second.stderr).toMatch(/\d+ answers of an earlier run are used/);
    // Those on their way when it was killed are asked for again.
    expect(asked(standIn).length).toBeLessThanOrEqual(30 + 4);
    const whole = await generateFrom(url);
    expect(second.stdout).toBe(whole.stdout);
  });

  it('asks anew after a run that was complete', async () => {
    const resume = newFolder();
    const { url, standIn } = await nvidia([nim('a')]);
    await generateFrom(url, '--resume', resume);
    await generateFrom(url, '--resume', resume);
    expect(asked(standIn)).toHaveLength(2);
  });

  it('asks only for what failed after a partial one', async () => {
    const resume = newFolder();
    const repository = { instead: { kind: 'error', status: 403 }, times: 1 } as const;
    const { url, standIn } = await nvidia([nim('a', { repository }), nim('b')]);
    expect((await generateFrom(url, '--resume', resume)).exitCode).toBe(3);
    const second = await generateFrom(url, '--resume', resume);
    expect(second.exitCode).toBe(0);
    expect(Object.keys(entriesIn(second.stdout))).toEqual(['a', 'b']);
    expect(asked(standIn).filter((path) => path.endsWith('/b'))).toHaveLength(1);
  });

  it('asks about the key again when one model answers 401, and goes on if it is good', async () => {
    const repository = { instead: { kind: 'error', status: 401 } } as const;
    const { url, standIn } = await nvidia([nim('a', { repository }), nim('b')]);
    const run = await generateFrom(url);
    expect(run.exitCode).toBe(3);
    const checks = standIn.requests().filter(({ path }) => path.includes('get-caller-info'));
    expect(checks).toHaveLength(2);
  });

  it('ends with 4 when the key is revoked meanwhile', async () => {
    const standIn = createNvidiaStandIn({ catalog: { models }, latencyMs: 50 });
    const revokedAfter = 8;
    const { url, stop } = await serveNvidiaStandIn({
      ...standIn,
      handle: async (request) => {
        const isRevoked = asked(standIn).length >= revokedAfter;
        const answer = await standIn.handle(request);
        return isRevoked && request.headers.has('authorization')
          ? new Response(null, { status: 401 })
          : answer;
      },
    });
    const run = await generateFrom(url, '--no-sizing', '--concurrency', '2', '--allow-partial');
    await stop();
    expect(run.exitCode).toBe(4);
    expect(run.stderr).toMatch(/NVIDIA refuses the key: \d+ of 30 models were asked for/);
    expect(run.stdout).toBe('');
    expect(asked(standIn).length).toBeLessThan(20);
  });
});

describe('the key', { timeout: 30_000 }, () => {
  it.each([KEY, unknownKey])('is in no output, report or kept answer (%#)', async (key) => {
    const folder = newFolder();
    const { url } = await nvidia([
      nim('a'),
      nim('b', { repository: { instead: { kind: 'error', status: 401 } } }),
      nim('c', { repository: { instead: { kind: 'dropped' } } }),
    ]);
    const args = ['generate', '--ngc-url', url, '--retries', '1', '--allow-partial'];
    const files = ['--report', join(folder, 'report'), '--output', join(folder, 'catalog')];
    const run = await nimCatalog([...args, ...files, '--resume', folder], { NGC_API_KEY: key });
    const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const texts = [run.stdout, run.stderr, ...written].join('\n');
    expect(texts).not.toBe('');
    expect(texts).not.toContain(key.slice(6, 40));
    expect(texts).not.toContain(key.slice(-12));
  });

  it('is no option: giving it as one is a mistake, and is not repeated', async () => {
    const run = await nimCatalog(['generate', '--key', KEY], {});
    expect(run.exitCode).toBe(2);
    expect(run.stdout + run.stderr).not.toContain(KEY);
  });
});
