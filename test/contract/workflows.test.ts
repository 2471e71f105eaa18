import { describe, expect, it } from 'vitest';
import { isJsonObject, listAt, objectAt, textAt } from '../embedded/cluster/json.ts';
import { readValue, written } from './manifests/written.ts';

const jobsOf = (file: string) => Object.entries(objectAt(readValue(file), 'jobs'));

describe('the tests', () => {
  const file = '.github/workflows/test.yaml';

  it('run on every push, with nothing but the right to read', () => {
    const workflow = readValue(file);
    expect(Object.keys(objectAt(workflow, 'on'))).toContain('push');
    expect(objectAt(workflow, 'permissions')).toEqual({ contents: 'read' });
    expect(written(file)).not.toContain('secrets.');
  });
});

describe('the catalog’s workflow', () => {
  const file = '.github/workflows/catalog.yaml';
  const [[, generate] = [], [, propose] = []] = jobsOf(file);

  it('starts by hand only, and never on a fork', () => {
    expect(Object.keys(objectAt(readValue(file), 'on'))).toEqual(['workflow_dispatch']);
    expect(textAt(generate, 'if')).toBe('${{ !github.event.repository.fork }}');
    expect(objectAt({ propose }, 'propose')['needs']).toBe('generate');
  });

  it('hands the key to one step, in a job that may only read', () => {
    expect(written(file).match(/secrets\./g)).toHaveLength(1);
    const steps = listAt(generate, 'steps').filter((step) => isJsonObject(step) && step['env']);
    expect(steps.map((step) => textAt(step, 'name'))).toEqual(['Ask NVIDIA']);
    expect(objectAt(generate, 'permissions')).toEqual({ contents: 'read' });
  });

  it('puts no text of an event into a shell', () => {
    const scripts = jobsOf(file).flatMap(([, job]) =>
      listAt(job, 'steps').map((step) => textAt(step, 'run') ?? ''),
    );
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});
