import { describe, expect, it } from 'vitest';
import { NotFromKubernetes, readClusterError, type Status } from './cluster-error.ts';

/** An error as the dashboard's fetch throws it. */
const hostError = (status: Status): Error =>
  Object.assign(new Error(status.message), { statusObject: status });

/** An error as the SDK's own functions throw it for a Status with a code below 400. */
const sdkError = (status: Status): Error => Object.assign(new Error(status.message), { status });

const conflict: Status = {
  kind: 'Status',
  code: 409,
  reason: 'Conflict',
  message: 'the object has been modified',
  details: { name: 'llama', kind: 'inferenceservices', group: 'serving.kserve.io' },
};

describe('reading what a request threw', () => {
  it("finds the Status in the host's error, and keeps that very error", () => {
    const thrown = hostError(conflict);
    const error = readClusterError(thrown);
    expect(error).toEqual({
      kind: 'conflict',
      message: 'the object has been modified',
      code: 409,
      status: conflict,
      thrown,
    });
    expect(error.thrown).toBe(thrown);
  });

  it("finds the Status in the SDK's own error", () => {
    expect(readClusterError(sdkError(conflict))).toMatchObject({
      kind: 'conflict',
      status: conflict,
    });
  });

  it.each([
    [401, 'Unauthorized', 'unauthorized'],
    [403, 'Forbidden', 'forbidden'],
    [404, 'NotFound', 'notFound'],
    [409, 'AlreadyExists', 'alreadyExists'],
    [409, 'Conflict', 'conflict'],
    [422, 'Invalid', 'invalid'],
    [400, 'BadRequest', 'other'],
    [500, 'InternalError', 'other'],
    [503, 'ServiceUnavailable', 'other'],
  ])('calls %i %s %s', (code, reason, kind) => {
    const status: Status = { kind: 'Status', code, reason, message: 'no' };
    expect(readClusterError(hostError(status)).kind).toBe(kind);
  });

  it('keeps the causes, from which a person learns what is wrong', () => {
    const causes = [{ field: 'spec.size', reason: 'FieldValueInvalid', message: 'too small' }];
    const status: Status = { kind: 'Status', code: 422, reason: 'Invalid', details: { causes } };
    expect(readClusterError(hostError(status)).status?.details?.causes).toEqual(causes);
  });

  it("says what the host's error says when the Status is silent", () => {
    const thrown = Object.assign(new Error('Forbidden'), { statusObject: { code: 403 } });
    expect(readClusterError(thrown).message).toBe('Forbidden');
  });

  it('keeps the code of an answer that is not from Kubernetes, where it is known', () => {
    expect(readClusterError(new NotFromKubernetes(404))).toMatchObject({
      kind: 'unreachable',
      code: 404,
    });
    expect(readClusterError(new NotFromKubernetes())).not.toHaveProperty('code');
  });

  it.each([
    ['a failed fetch', new TypeError('Failed to fetch'), 'Failed to fetch'],
    [
      'a time limit',
      new Error('Call to /api timed out after 60000ms'),
      'Call to /api timed out after 60000ms',
    ],
    ['an error with an HTTP code only', Object.assign(new Error('Bad'), { status: 502 }), 'Bad'],
    ['an error with some body', Object.assign(new Error('Bad'), { status: { code: 502 } }), 'Bad'],
    ['a text', 'gone', 'gone'],
    ['nothing', undefined, 'undefined'],
  ])('takes %s for no answer from Kubernetes', (_what, thrown, message) => {
    expect(readClusterError(thrown)).toEqual({ kind: 'unreachable', message, thrown });
  });
});
