import { describe, expect, it } from 'vitest';
import { readStartOptions } from './start-options.ts';

describe('the command line', () => {
  it('needs nothing', () => {
    expect(readStartOptions([])).toEqual({
      status: 'ok',
      options: { port: 4010, cluster: 'embedded', namespace: 'opendatahub', build: true },
    });
  });

  it('takes every option', () => {
    const args = ['--port', '0', '--cluster', 'kubeconfig', '--ngc-url', 'https://ngc.example'];
    const more = [
      '--nim-config',
      '{"keyScope":"deployment"}',
      '--namespace',
      'rhods',
      '--no-build',
    ];
    expect(readStartOptions([...args, ...more])).toEqual({
      status: 'ok',
      options: {
        port: 0,
        cluster: 'kubeconfig',
        ngcUrl: 'https://ngc.example',
        nimConfig: { keyScope: 'deployment' },
        namespace: 'rhods',
        build: false,
      },
    });
  });

  it('explains itself', () => {
    expect(readStartOptions(['--help'])).toMatchObject({
      status: 'help',
      text: expect.stringContaining('--cluster'),
    });
  });

  it.each([
    [['--port', '80a'], '--port 80a is no port.'],
    [['--port', '70000'], '--port 70000 is no port.'],
    [['--cluster', 'mine'], '--cluster mine is none of embedded, apiserver, kubeconfig.'],
    [['--ngc-url', 'ngc'], '--ngc-url ngc is no address.'],
    [['--nim-config', '{'], '--nim-config is no JSON.'],
    [['--colour'], "Unknown option '--colour'. See --help."],
    [['more'], "Unexpected argument 'more'. See --help."],
  ])('refuses %j in one line', (args, problem) => {
    expect(readStartOptions(args)).toEqual({ status: 'refused', problem });
  });
});
