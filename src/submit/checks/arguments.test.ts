import { describe, expect, it } from 'vitest';
import { checkArguments } from './arguments.ts';

const repeated = (given: string[]): string[] =>
  checkArguments(given, ['--port=8000', '--max-model-len', '4096', '-v']).map(({ title }) => title);

describe('the arguments of a deployment', () => {
  it.each(['--port 9000', '--port=9000', ' --port'])('repeat the runtime in "%s"', (argument) => {
    expect(repeated([argument])).toEqual([
      'The argument --port is set by the serving runtime already',
    ]);
  });

  it.each(['--ports=1', '4096', 'port', '--', ''])('repeat nothing in "%s"', (argument) => {
    expect(repeated([argument])).toEqual([]);
  });

  it('are named once each', () => {
    expect(repeated(['--port=1', '--port=2', '-v'])).toHaveLength(2);
  });
});
