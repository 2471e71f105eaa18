import { describe, expect, it } from 'vitest';
import type { ClusterErrorKind, ClusterOutcome } from '../cluster/cluster-error.ts';
import { LoadProblem, type ProblemTexts, valueOrProblem } from './load-problem.ts';

const thrown = new Error('what the host threw');

const failed = (kind: ClusterErrorKind): ClusterOutcome<string> => ({
  status: 'failed',
  error: { kind, message: 'the server says so', thrown },
});

const problemOf = (kind: ClusterErrorKind, texts?: ProblemTexts): unknown => {
  try {
    return valueOrProblem(failed(kind), 'the volumes', texts);
  } catch (problem) {
    return problem;
  }
};

describe('something that could not be loaded', () => {
  it.each([
    ['unreachable', 'The cluster did not answer when asked for the volumes.'],
    ['forbidden', 'You do not have permission to read the volumes. Ask an administrator.'],
    ['notFound', 'The cluster refused to show the volumes: the server says so'],
    ['other', 'The cluster refused to show the volumes: the server says so'],
  ] as const)('is told in words for a person: %s', (kind, message) => {
    expect(problemOf(kind)).toHaveProperty('message', message);
  });

  it('is told in words of its own where there are some', () => {
    expect(problemOf('notFound', { notFound: 'Install it.' })).toHaveProperty(
      'message',
      'Install it.',
    );
  });

  it('keeps what was thrown', () => {
    expect(problemOf('other')).toBeInstanceOf(LoadProblem);
    expect(problemOf('other')).toHaveProperty('cause', thrown);
  });
});

describe('something that was loaded', () => {
  it('is its value', () => {
    expect(valueOrProblem({ status: 'ok', value: 'there' }, 'the volumes')).toBe('there');
  });
});
