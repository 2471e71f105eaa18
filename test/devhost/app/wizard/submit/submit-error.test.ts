import { describe, expect, it } from 'vitest';
import { StatusError } from '../../api/status-error.ts';
import { canOverwrite, describeSubmitError } from './submit-error.ts';

const conflict = (kind: string, reason = 'Conflict') =>
  new StatusError({
    kind: 'Status',
    code: 409,
    reason,
    message: `Operation cannot be fulfilled on ${kind}.serving.kserve.io "llama"`,
    details: { kind, name: 'llama' },
  });

describe('describeSubmitError', () => {
  it('shows the message of any error', () => {
    expect(describeSubmitError(new Error('The key was rejected.'), 'Llama')).toBe(
      'The key was rejected.',
    );
  });

  it('says of what exists already that another name is needed', () => {
    expect(describeSubmitError(conflict('inferenceservices', 'AlreadyExists'), 'Llama')).toBe(
      'A model deployment with the name "Llama" already exists. Please choose a different model deployment name.',
    );
  });

  it('calls Kubernetes’ resources by the names that people know', () => {
    expect(describeSubmitError(conflict('inferenceservices'), '')).toBe(
      'Operation cannot be fulfilled on model deployment "llama"',
    );
  });
});

describe('canOverwrite', () => {
  it('is for a conflict that the dashboard’s own fetch threw', () => {
    expect(canOverwrite(conflict('inferenceservices'))).toBe(true);
    const alike = Object.assign(new Error('conflict'), {
      statusObject: conflict('inferenceservices').statusObject,
    });
    expect(canOverwrite(alike)).toBe(false);
  });

  it.each(['secrets', 'serviceaccounts'])('is not for %s', (kind) => {
    expect(canOverwrite(conflict(kind))).toBe(false);
  });

  it('is not for another refusal', () => {
    expect(canOverwrite(new StatusError({ kind: 'Status', code: 403 }))).toBe(false);
  });
});
